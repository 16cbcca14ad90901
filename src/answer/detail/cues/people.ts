import { cue } from './cue.ts'

/** How postings speak of the people one works with. */
export const PEOPLE_CUES = {
  'reports-to': cue(
    'whom it reports to',
    /\breport(?:s|ing)?(?:\s(?:directly|straight|functionally|administratively|in|up|jointly|dotted|you will))?\s?(?:in)?to\s?:?\s{0,3}(?:(?:one of|the|our|a|an|your|their|both|either)\b|(?:[A-Z]\w))|\b(?:your (?:direct )?(?:manager|boss|supervisor)|hiring manager|line manager)\s?(?:is|will be|would be|:|,)|\breport(?:s|ing)? (?:directly )?(?:in)?to \w+, (?:our|the|head|vp|director|cto|engineering)|\bunder the (?:direct )?(?:supervision|direction|leadership) of\b|\bberichte(?:n|st) (?:du )?(?:direkt )?an\b|\bwho you['’]?ll report to\b|\breporting line\b|\byou(?:['’]ll| will) be (?:managed|led|supervised) by\b/i,
    {
      unless:
        /reporting to (?:help|ensure|support|provide|elevate|drive|improve|track|inform|enable|stakeholders|leadership on|senior (?:leadership|management) on|management and)|report (?:to|into) (?:your|the) (?:local|hr|security|stakeholders|customers|clients|police|business|board on)|reporting (?:dashboards|tools|and analytics)|reports? to (?:stakeholders|management|customers|clients|various|senior management|executives|leadership|key|the (?:client|business|stakeholders|team|customer|public|management team|leadership team|relevant))|all (?:resumes?|reports?)|direct reports|report to work|women-led|founder-led|(?:company|business|firm|organi[sz]ation|team)[- ]led by/i,
    },
  ),
  'direct-reports': cue(
    'direct reports',
    /\bdirect reports?\b|\b(?:a|your) team of (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\b(?:manage|managing|lead|leading|supervise|supervising|oversee|mentor and manage|hire and manage|build and lead|grow)\b[^.;]{0,30}\b(?:team|people|engineers|developers|staff|employees|reports|squads?|analysts|designers|professionals)\b|\bpeople[- ]management\b|\bline[- ]manag\w+|\bindividual contributor\b|\bIC role\b|\bno direct reports?\b/i,
    {
      unless:
        /projects? (?:with|across)|lead (?:the )?team to success|leading (?:company|provider|teams of the)|manage stakeholder/i,
    },
  ),
  'team-size': cue(
    'the size of the team',
    /\bthere are (?:currently |now )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?!(?:rounds?|stages?|steps|interviews?|offices?|days|weeks|months|years|hours|ways|things|reasons|levels|kinds|types|parts)\b)[\w-]+ ?[\w-]*s\b|\bteam of (?:about |around |over |roughly |approximately |up to |~\s?|more than )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|fifteen|twenty)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|fifteen|twenty)[- ](?:\+\s?)?(?:person|people|member|engineer|developer|strong|head)s?\b[^.;]{0,40}\bteam\b|\bteam\b[^.;]{0,40}\b(?:of|has|have|consists? of|is|with|comprises?|includes?|size:?|~)\s(?:about |around |over |roughly |currently |approximately |now |made up of )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:other |backend |frontend |software |full-?stack |senior |talented )?(?:engineers|developers|designers|scientists|teammates|colleagues)\b|\bsmall team\b/i,
    { unless: /experience (?:managing|leading)|years/i },
  ),
  team: cue(
    'the team',
    /\b(?:you(?:['’]ll| will)(?: be)? (?:join(?:ing)?|work(?:ing)? (?:closely )?(?:with|alongside))|join (?:the|our|a)|our [\w& -]{0,30}team|the [\w&/ -]{2,40} team\b|as part of (?:the|our)|collaborat\w+ with)/i,
  ),
  mentoring: cue(
    'mentoring or onboarding',
    /\b(?:mentor(?:s|ship|ing|ed)?|(?:your|thorough|structured|comprehensive) onboarding|coach(?:ing|ed)?|buddy)\b/i,
    {
      unless:
        /customer onboarding|onboarding (?:of )?(?:new )?(?:customers|clients|users|merchants|flow|experience for)/i,
    },
  ),
  culture: cue(
    'the culture',
    /\b(?:our culture|culture of|our values|core values|we value|work[- ]life balance|company culture|values:|culture is)\b/i,
  ),
  method: cue(
    'how the team works',
    /\b(?:agile|scrum|kanban|sprints?|TDD|test[- ]driven|waterfall|SAFe|code reviews?|trunk[- ]based|continuous (?:delivery|deployment|integration)|CI\/CD|lean|extreme programming|XP\b)/i,
    { unless: /sprint interval/i },
  ),
  'pair-programming': cue(
    'pair programming',
    /\bpair(?:ing|s)?(?:[- ]programm\w*)?\b|\bmob[- ]programming\b|\bpair up\b/i,
    { unless: /paired with|pair of|pairs of|repair|pairing (?:our|with)/i },
  ),
  diversity: cue(
    'diversity',
    /\b(?:diversity|diverse|inclusion|inclusive|equal[- ]opportunity|disabilit(?:y|ies)|accommodations?|underrepresented)\b/i,
    { unless: /diverse (?:set|range|data)/i },
  ),
  union: cue(
    'a union',
    /\b(?:unions?|unioni[sz]ed|works council|collective (?:agreement|bargaining)|betriebsrat|tarif(?:vertrag)?)\b/i,
    {
      unless:
        /european union|credit union|union (?:types?|status)|trade union membership|western union|membership in/i,
    },
  ),
}
