import { cue } from './cue.ts'

/** How postings speak of what has a field of its own. */
export const FACTS_CUES = {
  pay: cue(
    'pay',
    /\b(?:salary|salaries|base pay|pay range|compensation (?:range|band|for|is)|hourly rate|annual pay)\b[^.]{0,120}\d{2}/i,
  ),
  workplace: cue(
    'whether it is remote',
    /\b(?:remote(?:ly)?|hybrid|on-?site|work(?:ing)? from home|in[- ](?:the )?office|in person)\b/i,
  ),
  place: cue('the place', /\b(?:located|based|location|reside|residents?|live) (?:in|within|anywhere)\b/i),
  'time-zone': cue(
    'time zones or working hours',
    /\btime ?zones?\b|\b(?:CE?S?T|EE?S?T|P[SD]?T|UTC|GMT)\b|\b(?:eastern|pacific|central|mountain|european|us) (?:standard )?(?:time|hours)\b/i,
  ),
  level: cue(
    'the level',
    /\b(?:junior|mid-level|senior|staff|principal|entry[- ]level)[- ](?:level|position|role)\b/i,
  ),
  employment: cue(
    'the type of employment',
    /\b(?:full[- ]time|part[- ]time|permanent|contract of employment|employment contract|umowa o prac\w+|freelanc\w+|fixed[- ]term|b2b|vollzeit|teilzeit|contract(?:or)? (?:position|role|basis|opportunity|assignment|job)|(?:as|an?) (?:independent )?contractor|(?:is|on) a contract|internship|temporary (?:position|role|contract)|1099|w-?2)\b/i,
    {
      unless:
        /\bcontracts? (?:with|for|management|negotiation)|smart contract|social contract|contract test|from home full|remote(?:ly)? full|full[- ]time (?:employees|equivalent|engineers|team|staff|jobs)|independent contractors and/i,
    },
  ),
  experience: cue(
    'years of experience',
    /\b\d{1,2}\s?\+?(?:\s?(?:-|–|to)\s?\d{1,2})?\+?\s?(?:or more )?(?:years?|yrs?|jahre|ans|años)\b/i,
    { unless: /\b(?:founded|old|ago|anniversary|history|in business|for over|past|last)\b/i },
  ),
  degree: cue(
    'a degree',
    /\b(?:degree|bachelor'?s?|master'?s|b\.?sc?\.?|m\.?sc|ph\.?d|diploma|university|college|studium|diplôme)\b/i,
    {
      unless:
        /\b(?:degree of|high degree|360[- ]degree|some degree|degrees? (?:celsius|of)|college savings|master'?s? (?:branch|data)|tuition|large degree|certain degree)\b/i,
    },
  ),
  visa: cue(
    'visas',
    /\b(?:visas?\b|sponsor(?:s|ed|ship|ing)?\b[^.]{0,60}\b(?:visa|work|employment|immigration|candidates|applicants)|(?:visa|immigration|employment|work)\b[^.]{0,40}\bsponsor|(?:must|need to|required to|have to)\b[^.]{0,60}\b(?:authori[sz]ed to work|right to work|eligible to work|work authori[sz]ation|work permit)|without (?:the need for )?(?:visa |employer )?sponsorship)/i,
    { unless: /e-?verify|form i-?9|sponsored events|visa inc|mastercard/i },
  ),
  skill: cue(
    'the technologies',
    /\b(?:tech(?:nology)? stack|our stack|stack (?:is|includes|consists)|technologies (?:we use|include|used)|we (?:use|build with|work with|write in))\b/i,
    { sections: ['stack'] },
  ),
  topic: cue(
    'the kind of work',
    /\b(?:as an?|in this role|this role|you will|you['’]ll|we are looking for)\b/i,
    { sections: ['role', 'duties'] },
  ),
  posted: cue('a date', /\b(?:posted|published) (?:on|at)\b|\bdate posted\b/i),
  closes: cue(
    'a deadline',
    /\b(?:deadline|closing date|closes? on|apply (?:by|before|until)|applications? (?:close|will be accepted (?:until|through)|must be (?:received|submitted) by|are due|window)|accepting applications (?:until|through)|open until|until filled|bewerbungsschluss|expires?)\b/i,
    {
      unless:
        /\bto deadlines?|\b(?:meet|manage|tight|project|under|multiple|competing|strict|work to) (?:\w+ )?deadlines?|deadlines? (?:and|are met)|expire in your/i,
    },
  ),
  apply: cue('how to apply', /\b(?:apply|application|send (?:us )?your|submit your|resume|cv)\b/i),
  company: cue('the company', /\b(?:we are|about us)\b/i, { sections: ['company'] }),
  title: cue('the title', /\btitle\b/i),
}
