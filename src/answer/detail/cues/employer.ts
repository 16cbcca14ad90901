import { cue } from './cue.ts'

/** How postings speak of the company. */
export const EMPLOYER_CUES = {
  'company-size': cue(
    'the number of employees',
    /\b\d[\d,.]{0,12}\s?\+?k?\s?(?:\+\s)?(?:[\w-]+\s){0,3}(?:employees|team members|teammates|colleagues|staff members|specialists|associates|mitarbeiter\w*|collaborateurs|techies|consultants|team-members|crew members|experts)\b|\b(?:team of|we are|we['’]re|we have|company of|workforce of|staff of|community of|employs?|family of|group of|now|grown to|headcount of)\s(?:\w+\s){0,4}\+?\d[\d,.]{0,12}\s?\+?\s?(?:[\w-]+\s){0,3}(?:people|employees|professionals|engineers|staff|experts|humans|talents|individuals|strong)\b|\b(?:team of|workforce of|staff of|employ\w*) (?:over |more than |about |around |nearly |approximately |\+)?\d[\d,.]{0,12}\+?|\b\d[\d,.]{0,12}\+? (?:people|person)[- ](?:strong|company|team|remote|organi[sz]ation)|\b(?:headcount|employees|company size)\s?:\s?\d/i,
    {
      unless:
        /\b(?:customers|users|subscribers|patients|served|serving|lives)\b[^.;]{0,15}$|million people|manage a team|lead a team|companies with|organi[sz]ations with|employers? with|for every|million employees|clients with/i,
    },
  ),
  funding: cue(
    'funding',
    /\b(?:series [a-h]\b|seed (?:round|funding|stage)|raised\b[^.;]{0,40}(?:\$|€|£|\d)|funding|funded|backed by|investors?|venture|valuation|valued at|profitab(?:le|ility)|bootstrapped|private equity|unicorn|revenue of|\bARR\b|y combinator|a16z|sequoia)\b/i,
    {
      unless:
        /(?:tuition|education|training|benefit|401) (?:is )?fund|funded (?:benefits|pension|plan)|crowdfunding|fund (?:administrat|manage|account)|relations with investors|profitability (?:analysis|of)|for investors|help\w* investors|grant[- ]funded|accredited investors|individual investors|contingent (?:up)?on/i,
    },
  ),
  'stock-listing': cue(
    'a stock listing',
    /\b(?:publicly[- ](?:traded|listed|held)|public(?:ly)? (?:company|benefit corporation)|nasdaq|nyse|euronext|listed on (?:the )?[\w ]{0,30}exchange|went public|our IPO)\b/i,
    { unless: /pre-?ipo|fintech|clients? (?:include|such as)/i },
  ),
  founders: cue(
    'the founders',
    /\b(?:co-?)?founded by\b|\b(?:our|the|its) (?:co-?)?founders?\b|\bfounders?(?: and ceo)?,|\bfounding (?:and \w+ )?team around\b|\bfounder and (?:ceo|cto|president)\b/i,
  ),
  ownership: cue(
    'who owns it',
    /\b(?:owned by|parent company|subsidiary of|(?:part|member|division|brand|company) of (?:the )?\p{Lu}|acquired by|an? \p{Lu}[\p{L}&.]{1,30} [Cc]ompany)\b/u,
    { unless: /employee[- ]owned|equal opportunity/i },
  ),
  founded: cue(
    'when it was founded',
    /\b(?:founded|established|was started|launched|incorporated|since its (?:founding|inception)|gegründet|fondée?|fundada)\b[^.;]{0,40}\b(?:1[89]\d\d|20[0-2]\d)\b/i,
    { unless: /copyright/i },
  ),
  headquarters: cue(
    'the headquarters',
    /\b(?:headquarter(?:s|ed)|HQ|head office|offices? (?:in|located|across|around)|based in|hauptsitz|siège)\b/i,
  ),
  product: cue(
    'what the company does',
    /^(?:[^a-z]{0,4})?(?:at \S+,? )?(?:we(?:['’]re| are)?|our (?:mission|platform|product|company)|[\w.’'&-]+(?: [\w.’'&-]+){0,3} (?:is|are|builds|provides|offers|helps|makes|enables|powers|delivers|develops|was))\b/i,
    { sections: ['company'] },
  ),
  customers: cue(
    'customers',
    /\bclient (?:roster|list)\b|\btrusted by\b|\b(?:customers?|clients?|users|brands|merchants|businesses)\b[^.;]{0,60}(?:\d|\b(?:such as|like|including|fortune|millions|thousands|hundreds)\b)|(?:\d[\d,.]{0,12}\+?k?|\b(?:millions|thousands|hundreds|billion))\b[^.;]{0,40}\b(?:customers?|clients?|users|brands|merchants|businesses|companies|members|patients)\b/i,
  ),
}
