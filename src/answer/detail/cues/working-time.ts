import { cue, ROUGH } from './cue.ts'

/** How postings speak of when and where one works. */
export const WORKING_TIME_CUES = {
  travel: cue(
    'travel',
    /\btravel(?:l?ing|s)?\b|\bvisits? to (?:\w+ )?(?:customers|clients|sites?|plants?|offices)\b|\b(?:customer|client|site) visits\b|\bon the road\b|\bbusiness trips?\b|\breise(?:n|bereitschaft|tätigkeit)\b|\bvoyages?\b/i,
    {
      amount: ROUGH,
      unless:
        /travel (?:insurance|medical|industry|compan(?:y|ies)|platform|technology|tech|experience|products?|agenc\w+|&|and (?:tourism|hospitality|expense|leisure)|credits?|stipend|allowance|budget|benefits?|discounts?|perks?|space|booking|plan|assistance|apps?|brands?|partners)|(?:love|enjoy|passion(?:ate)? (?:for|about)|future of|world of|global|online|corporate|leisure|group|commuter|discounted|free|airline|like|including|enable|book(?:ing)?|modern) travel|time[- ]travel|travell?ers?\b|traveling, |travel,|, travel\b|travel (?:for free|the world|around the world with)/i,
    },
  ),
  'on-call': cue(
    'on-call duty',
    /\bon[- ]?call\b|\bon duty\b|\bweeks? in (?:two|three|four|five|six|eight|\d)\b|\bpager\b|\bpagerduty\b|\brufbereitschaft\b|\bbereitschaft(?:sdienst)?\b|\bastreintes?\b|\bstand-?by (?:duty|duties|rota|shift|service)|\bafter[- ]hours support\b|\b24\s?[x/]\s?7\b[^.;]{0,40}\b(?:rotation|shift|support|coverage|on)\b|\b(?:rotation|shift)\b[^.;]{0,40}\b24\s?[x/]\s?7\b|\balarm phone\b|\bincident rota/i,
    {
      unless:
        /reduc\w+ on-call|improv\w+ on[- ]call|being on-call and performing|\btools?\b[^.;]{0,30}pagerduty|pagerduty,|(?:on-call|telehealth) (?:doctors?|physicians?|nurses?|therapist)|phone calls?|discuss(?:ed)? on call/i,
    },
  ),
  start: cue(
    'the start date',
    /\b(?:start(?:ing)? date|start(?:ing|s)? (?:in|on|from|as soon|immediately|asap|january|february|march|april|may|june|july|august|september|october|november|december)|begin(?:ning|s)? (?:in|on) |immediate(?:ly)? (?:start|joiner|available)|asap|eintritt|ab sofort|anticipated start|notice period|able to start|fill (?:this|the) (?:position|role) (?:immediately|asap|as soon|quickly)|immediate (?:opening|need|hire)|date de début|prise de poste|startdatum)\b/i,
    {
      unless:
        /starting (?:in|on) (?:the|a) (?:field|career)|getting started|salary|starting pay|starting from \$|begins on your first/i,
    },
  ),
  duration: cue(
    'how long it lasts',
    /\b\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?[- ]?(?:months?|weeks?|years?)[- ](?:[\w-]+ ){0,2}(?:contract|assignment|project|internship|engagement|position|role|fixed|term|duration|program|placement)|\b(?:duration|contract (?:length|term|period)|length of (?:contract|assignment)|fixed[- ]term|contract (?:until|through|for)|laufzeit|befristet|durée|term)\b\s?:?[^.;]{0,40}(?:\d|\b(?:month|year|week)s?\b)|\bextension|\bmonths? contract|\bminimum\b[^.;]{0,40}\b(?:months|weeks)\b[^.;]{0,40}\d/i,
    {
      unless:
        /years? of experience|browser extension|long[- ]term|chrome extension|software extension|short[- ]term disability/i,
    },
  ),
  conversion: cue(
    'staying on afterwards',
    /\bcontract[- ]to[- ]hire\b|\btemp[- ]to[- ](?:perm|hire)\b|\bconver(?:t(?:ed|ing|s)?|sion)\b[^.;]{0,40}\b(?:full[- ]?time|permanent)|\b(?:possibility|potential|opportunity|chance|option)\b[^.;]{0,60}\b(?:full[- ]?time|permanent)\b|\b(?:full[- ]?time|permanent)\b[^.;]{0,60}\b(?:after|upon|following|post-)|\blead(?:ing)? to (?:a )?(?:full[- ]?time|permanent)/i,
  ),
  hours: cue(
    'working hours',
    /\b\d{1,2}(?:[.,]\d)?(?:\s?(?:-|–|to)\s?\d{1,2})?\s?\+?(?:hours?|hrs?|h|stunden|std\.?|heures|uur)\b\s?(?:\/|per|a|each|pro|par|weekly|work)?\s?-?(?:week|woche|semaine|day|wk|month)?|\b(?:ten|fifteen|twenty|twenty-five|thirty|forty)[- ](?:\w+ )?hours\b|\b(?:working|core|business|office|work) hours\b|\bweekly hours|\b\d{1,2}\s?(?::\d\d)?\s?(?:am|a\.m\.|pm)\b|\bhours:|\bwork schedule\b|\bmonday (?:to|through|-|–) friday\b|\b\d{2}\s?h\s?\/\s?week/i,
    {
      unless:
        /24 hours|within \d+ hours|48 hours|flexible working hours\b(?![^.;]*\d)|volunteer|hours of (?:training|learning|volunteer|video)|credit hours|after hours/i,
    },
  ),
  'flexible-hours': cue(
    'flexible hours',
    /\b(?:flex(?:ible|i)?[- ]?(?:time|hours|schedul\w+|work(?:ing)?(?: hours| schedule| arrangements?| environment| options?)?)|flextime|flexib\w+ (?:\w+ ){0,4}(?:hours|schedul\w+|working time|work arrangements?|when|where)|asynchronous(?:ly)?|async|set your own|choose your (?:own )?hours|gleitzeit|flexible arbeitszeiten|horaires flexibles|work when)\b/i,
    {
      unless:
        /async(?:hronous)? (?:programming|code|processing|messag\w+|communication patterns|python|job)|flexibility (?:and|to) (?:adapt|scal)|asynchronous programming|scalab|asyncio/i,
    },
  ),
  'four-day-week': cue(
    'a shorter week',
    /\b(?:four|4)[- ]day (?:work)?[- ]?week|\b32[- ]hour|\bsummer (?:fridays|hours)|\b(?:half[- ]day|no[- ]meeting|meeting-free|free|short) fridays?|\bfridays? off|\b9\/80|\bfriday afternoons? off/i,
  ),
  overtime: cue('overtime', /\bover-?time\b|\bcrunch\b|\büberstunden\b|\bextra hours\b/i, {
    unless: /improve over time|crunch ?base|number crunch/i,
  }),
  weekends: cue('weekend work', /\bweekends?\b|\bsaturdays?\b|\bsundays?\b|\bwochenende/i),
  shifts: cue('shifts', /\bshifts?\b|\bnights? (?:work|duty)|\bschichten?\b/i, {
    unless:
      /shift[- ]left|paradigm shift|shift (?:the|in|from|to|towards)|shifting|career shift|shifts? in (?:prior|market)|prioriti/i,
  }),
  'office-days': cue(
    'days in the office',
    /\b(?:\d|one|two|three|four|five|several|few|couple of|once|twice|minimum)\b[^.;]{0,40}\b(?:days?|times?)\b[^.;]{0,60}\b(?:office|on-?site|in[- ]person|hub|week|headquarters)\b|\b(?:office|on-?site|in[- ]person|hybrid|hub)\b[^.;]{0,60}\b(?:\d|one|two|three|four|five|once|twice)\b[^.;]{0,20}\b(?:days?|times?|week|month|quarter)|\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b[^.;]{0,60}\b(?:office|on-?site|in[- ]person|together)\b|\b(?:office|on-?site|in[- ]person)\b[^.;]{0,60}\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b|\b(?:tage|jours)\b[^.;]{0,30}\b(?:büro|office|bureau|woche|télétravail)/i,
    { unless: /days? of (?:pto|vacation|leave|holiday)|paid days|hours (?:per|a) week|business days/i },
  ),
  overlap: cue('overlapping hours', /\boverlap(?:s|ping)?\b|\btime ?zones?\b|\b(?:core|working) hours\b/i),
  'work-from-abroad': cue(
    'working from abroad',
    /\b(?:work(?:ing)? (?:from )?abroad|workations?|digital nomads?|nomad|work(?:ing)? from anywhere|from (?:any|another|other) countr(?:y|ies)|work[- ]from[- ]anywhere|weeks? (?:a year )?abroad)\b/i,
  ),
  physical: cue(
    'physical demands',
    /\b(?:lift(?:ing)?\b|physical (?:demands|requirements|ability|activity)|standing|sit(?:ting)? for|\d+ (?:lbs|pounds|kg))/i,
  ),
}
