import { cue } from './cue.ts'

/** How postings speak of what is asked of candidates. */
export const HIRING_CUES = {
  interview: cue(
    'the interview process',
    /\b(?:interview(?:s|ing)?(?: process| stages?| steps| rounds?| loop)?|hiring process|recruit(?:ment|ing) process|selection process|hiring steps|application process|rounds? of|screening call|phone screen|intro call|final round|bewerbungsprozess)\b/i,
    {
      unless:
        /accommodat|disabilit|specific (?:pay|salary)|during the (?:interview|hiring|recruitment|application) process|assessed in the interview|throughout the (?:interview|hiring|recruitment)|(?:job )?offer[s]? (?:are|is)|never|fraud|scam|conduct(?:ing)? (?:user |customer )?interviews|user interviews|interviewing candidates|participate in (?:the )?(?:hiring|interview)|customer interviews|job-?related|qualifications|personal data|reasonable|privacy|artificial intelligence|interview candidates|help(?:ing)? (?:with )?(?:hire|interview|hiring)|interview (?:and hire|experience)|pay range|reverification|equal/i,
    },
  ),
  'take-home': cue(
    'a coding test',
    /\b(?:take[- ]?home|coding (?:challenge|test|exercise|assessment|interview)|technical (?:test|assessment|challenge|exercise|task|assignment|interview)|home ?work|case stud(?:y|ies)|code challenge|live[- ]coding|whiteboard|leetcode|hackerrank|paid trial|work sample)\b/i,
    { unless: /take[- ]home pay|developing case studies|write case studies|customer case/i },
  ),
  clearance: cue(
    'a security clearance',
    /\b(?:security |secret |government |active |dod |polygraph )?clearances?\b|\btop secret\b|\bTS\/SCI\b|\bpublic trust\b|\bpolygraph\b/i,
    { unless: /clearance (?:sale|of funds)|customs clearance/i },
  ),
  citizenship: cue(
    'citizenship',
    /\b(?:u\.?s\.?a?|united states|american|eu|uk|canadian|australian)[- ]?(?:citizens?(?:hip)?|persons?)\b|\bcitizenship\b|\b(?:must|be|only|are|as) (?:an? )?(?:[\w.]+ ){0,3}citizens?\b|\bcitizens? (?:or|only|and|of)\b|\b(?:lawful )?permanent residen(?:ts?|cy)|\bgreen[- ]card\b/i,
    {
      unless:
        /regardless|without regard|discriminat|marital status|national origin|equal|citizen (?:developer|services|experience|engagement)|good citizen|corporate citizen|age, |race/i,
    },
  ),
  'background-check': cue(
    'a background check',
    /\b(?:background|criminal|credit|reference|security|dbs|pre-?employment)[- ](?:check|screen|investigation|history|record|vetting)\w*|\breferences\b|\bcheck references/i,
    { unless: /criminal (?:history|record)s? (?:will|are|in accordance)[^.;]{0,40}consider|preferences/i },
  ),
  'drug-test': cue(
    'a drug test or vaccination',
    /\bdrug[- ](?:test|screen|free|check)\w*|\bvaccin\w+|\bcovid\b/i,
    { unless: /drug discovery|vaccine (?:development|research|design)/i },
  ),
  certification: cue(
    'certifications',
    /\bcertif(?:ication|icate|ied)s?\b|\b(?:PMP|CISSP|CPA|CISM|CKA|ITIL|CFA|OSCP)\b|\blicen[sc]e[sd]?\b/i,
    {
      unless:
        /great place to work|certified b corp|soc ?2|iso ?\d|gift certificat|tls certificat|certified (?:as a|by) great|license agreement|software licen|driver|licensed (?:software|money)|mit licen|bcorp/i,
    },
  ),
  'driving-licence': cue(
    'a driving licence',
    /\b(?:driv(?:er['’]?s?|ing)[’']? licen[sc]e|führerschein|valid licen[sc]e|own (?:car|vehicle)|reliable transportation)\b/i,
  ),
  'spoken-language': cue(
    'spoken languages',
    /\b(?:english|german|french|spanish|portuguese|italian|dutch|polish|czech|russian|swedish|danish|norwegian|finnish|mandarin|chinese|japanese|korean|hebrew|arabic|turkish|deutsch\w*|englisch\w*|anglais|français|inglés|español|inglês|português|angielski\w*|niemiecki\w*|bilingual|multilingual)\b/i,
    {
      unless:
        /english (?:degree|literature|departments?|premier)|spanish (?:company|market)|german (?:company|market|engineering)|french (?:company|startup|market)|chinese (?:market|company)|russian (?:company|federation)/i,
    },
  ),
  'cover-letter': cue(
    'a cover letter',
    /\b(?:cover[- ]?letters?|motivation(?:al)? letter|letter of motivation|anschreiben|motivationsschreiben|lettre de motivation|carta de (?:presentación|apresentação))\b/i,
  ),
  portfolio: cue(
    'a portfolio',
    /\b(?:portfolios?\b(?! (?:compan|manag|of (?:products|services|clients|compan|brands)))|work samples?|writing samples?|github (?:profile|account|repo|link))/i,
    {
      unless:
        /product portfolio|our portfolio|portfolio (?:includes|risk|optimi|analytics|construction)|investment portfolio|project portfolio|diverse portfolio|service portfolio|broad portfolio|patent portfolio|customer portfolio|growing portfolio|portfolio of (?:\d|products|services|clients|compan|brands|over|more|solutions|businesses|world|leading|tools|apps|our|the|a )/i,
    },
  ),
  contact: cue('a contact', /\b(?:contact|recruiter|reach out|e-?mail|questions)\b/i, {
    unless:
      /accommodat|disabilit|contact (?:center|centre)|email (?:marketing|platform|campaign)|point of contact for/i,
  }),
  duties: cue(
    'the duties',
    /\b(?:you will|you['’]ll|responsible for|responsibilities|in this role|as an?|we are (?:looking|seeking|hiring)|looking for)\b/i,
    { sections: ['duties', 'role'] },
  ),
  requirements: cue(
    'the requirements',
    /\b(?:requirements?|must have|required|minimum qualifications|looking for|you have|you['’]ve)\b/i,
    { sections: ['requirements'] },
  ),
  'nice-to-have': cue(
    'what is nice to have',
    /\b(?:nice[- ]to[- ]haves?|bonus points|(?:is |are |be )?a (?:big |huge |strong )?plus|preferred|desirable|ideally|advantage(?:ous)?|von vorteil|un plus)\b/i,
    { sections: ['nice-to-have'] },
  ),
  probation: cue(
    'a probation period',
    /\b(?:probation(?:ary)?|trial (?:period|project|week|day|month)|paid trial|contract[- ]to[- ]hire|temp[- ]to[- ](?:perm|hire)|probezeit|période d['’]essai)\b/i,
  ),
}
