import { listPattern } from '../list-pattern.ts'
import { type ScreenedPattern, screenPattern } from '../screen/screen-pattern.ts'

/** How far a cue is trusted: of the role itself, or of the company as a whole (used where nothing else names a place). */
export type CueStrength = 'role' | 'company'

/** Words before which or after which a sentence names where one may work. */
export interface PlaceCue {
  readonly strength: CueStrength
  /** Matches up to where the places begin. */
  readonly pattern: ScreenedPattern
  /** What the sentence must speak of too; null where the cue says it itself. */
  readonly subject: RegExp | null
}

const PERSON =
  /^(?:currently |are |be )?(?:located|based|living) (?![^;.]*\b(?:we|our|company|startup)\b)|\b(?:candidates?|applicants?|applications?|you|you'?re|you’re|someone|anyone|individuals?|must|should|role|position|opportunity|job|looking for|seeking|team members?|residents?|people|talent|professionals?|engineers?|developers?|contractors?|freelancers?|hir(?:e|ing)|required|requirement)\b/i
const SPOT = `(?:in|within|near|from|across|throughout|inside|out of)`

/** The cues, in no order: every one that matches is read. */
export const PLACE_CUES: readonly PlaceCue[] = [
  {
    strength: 'role',
    pattern: screenPattern(
      new RegExp(
        String.raw`\b(?:based|located|resid(?:e|es|ing|ent)|live|lives|living|domiciled|situated|physically present)\s+(?:anywhere\s+|legally\s+|permanently\s+|remotely\s+|fully\s+)?(?:in or near|in or around|${SPOT})\s+`,
        'gi',
      ),
    ),
    subject: PERSON,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      new RegExp(
        String.raw`\b(?:role|position|job|opportunity|vacancy|contract)\s+(?:is|will be|can be|may be)\s+(?:\w+[\s-]){0,5}?(?:open to|available (?:to|in)|remote|hybrid|on-?site|office-based|performed|done|worked|based)(?:\s+\w+){0,3}?\s+(?:${SPOT}|for)\s+`,
        'gi',
      ),
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      new RegExp(
        String.raw`\b(?:open (?:only )?to|accept(?:ing)?|consider(?:ing)?|welcom(?:e|ing)|looking for|seeking|prioriti[sz](?:e|ing)|restricted to|limited to|reserved for)\s+(?:\w+\s+){0,3}?(?:candidates?|applicants?|applications?|people|talent|residents?|anyone|those|individuals)\s+(?:\w+\s+){0,3}?(?:${SPOT}|of)\s+`,
        'gi',
      ),
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      /\b(?:candidates?|applicants?|applications|residents)\s+(?:only\s+)?(?:from|in|of)\s+/gi,
    ),
    subject: /\b(?:open|accept\w*|consider\w*|welcom\w*|only|looking|seeking|must|following)\b/i,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      new RegExp(
        String.raw`\b(?:work(?:ing)?|fully|100%|completely|entirely)\s+(?:remote(?:ly)?|from home|hybrid|on-?site)\s+(?:anywhere\s+|only\s+|position\s+|role\s+|opportunity\s+)?(?:${SPOT})\s+`,
        'gi',
      ),
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      /\b(?:remote|hybrid|on-?site)(?:\s+work(?:ing)?)?\s+(?:\(?\s*)(?:anywhere\s+)?(?:within|in|from)\s+/gi,
    ),
    subject: /\b(?:role|position|job|opportunity|this is|offers?|contract|candidates?|work(?:ing)? model)\b/i,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      /^\W{0,4}(?:fully |100 ?% |completely )?remote (?:work )?(?:from|within|in|across)\s+(?:anywhere in\s+)?/gi,
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      listPattern({
        words: [
          String.raw`\b(?:work|live)\s+(?:\w+\s+){0,2}?(?:from\s+)?(?:anywhere|where(?:ver)?\s+you\s+(?:want|like|choose))\s+(?:from\s+)?(?:in|within|across)\s+`,
          String.raw`\bwork\s+must\s+be\s+(?:performed|done)\s+(?:from\s+)?(?:within|in)\s+`,
        ],
        flags: 'gi',
      }),
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(
      /\b(?:primary|permanent|legal|current) (?:place of )?residence\s+(?:must be |is |be )?(?:in|within)\s*:?\s*/gi,
    ),
    subject: null,
  },
  {
    strength: 'role',
    pattern: screenPattern(/\bcommut(?:e|able|ing)\s+(?:distance\s+)?(?:of|to|from)\s+(?:our\s+)?/gi),
    subject: /\bmust|required?\b/i,
  },
  {
    strength: 'company',
    pattern: screenPattern(
      new RegExp(
        String.raw`\b(?:hir(?:e|ing)|recruit(?:ing)?|employ(?:ing)?|support employment)\s+(?:(?!managers?\b|process\b|ranges?\b)[\w']+\s+){0,5}?(?:${SPOT})\s+`,
        'gi',
      ),
    ),
    subject: null,
  },
  {
    strength: 'company',
    pattern: screenPattern(
      /\b(?:authori[sz](?:ed|ation)|eligib(?:le|ility)|entitled|permitted|permission|permit|right|able|ability|allowed)\s+to\s+(?:legally\s+)?work\s+(?:\w+\s+){0,5}?(?:in|within)\s+/gi,
    ),
    subject: null,
  },
  {
    strength: 'company',
    pattern: screenPattern(
      /\b(?:work (?:authori[sz]ation|permit|visa|eligibility)|employment authori[sz]ation)\s+(?:in|for|within)\s+/gi,
    ),
    subject: null,
  },
  {
    strength: 'company',
    pattern: screenPattern(
      /\b(?:remote|distributed)(?:ly)?(?:[\s-](?!teams?\b|workforce\b|users\b|company\b|systems?\b)\w+){0,2}\s+(?:across|throughout|within|anywhere in|all over|from anywhere in)\s+/gi,
    ),
    subject: null,
  },
  {
    strength: 'company',
    pattern: screenPattern(/\b(?:anywhere)\s+(?:in|within|across)\s+/gi),
    subject: /\b(?:work|hire|live|based|located|remote\w*|apply|applicants?|candidates?)\b/i,
  },
  // German, French, Spanish, Portuguese, Dutch, Polish, Italian
  {
    strength: 'role',
    pattern: screenPattern(
      listPattern({
        before: String.raw`\b`,
        words: [
          'wohnhaft in|wohnsitz in|ansässig in|remote (?:aus|innerhalb)(?: von)?',
          '(?:poste|mission) (?:est )?(?:basée?|situ[ée]e?) (?:à|en|au)|basée? (?:à|en|au)',
          'résider? (?:en|à|au)|télétravail (?:depuis|partout en)',
          'resid(?:ir|entes?|encia) (?:en|no|na|em)|remoto (?:desde|en|no|na)|teletrabajo desde',
          String.raw`woonachtig in|gevestigd in|mieszka\w* w|zdalnie z|residente in`,
        ],
        after: String.raw`\s+`,
        flags: 'giu',
      }),
    ),
    subject: null,
  },
]

/** Words that follow a place and make it where one may work: "US-based candidates", "UK residents only". */
export const AFTER_PLACE = listPattern({
  before: String.raw`^[\s-]{0,2}`,
  words: [
    String.raw`based\s+(?:candidates?|applicants?|only|residents?|remote|individuals|contractors?|position|role|talent|professionals|engineers?|developers?)`,
    String.raw`only\b|residents?\s+only|(?:candidates?|applicants?|residents?)\s+only`,
    String.raw`residents?\s+(?:are|can|may|preferred)`,
    String.raw`(?:government\s+|federal\s+)?(?:top\s+)?(?:secret\s+)?(?:security\s+)?clearance`,
    String.raw`citizens?\s+(?:only|required|or|and)|citizenship|persons?\b`,
  ],
})

/** Words at which a list of places ends. */
export const LIST_END = listPattern({
  before: String.raw`[!?](?=\s|$)|\$|\d{2}|\b`,
  words: [
    'except|excluding|other than|but not|unless|outside|where|who|which|because|since|although',
    'with|while|you|we|our (?:team|company|client|customer|product|office)s?|your|their',
    'time ?zones?|hours|is|are|was|has|have|will|can|to (?:be|work|join|support|help)',
    'for (?:this|the|our|a)',
  ],
  after: String.raw`\b`,
})

/** What stands before "based in" and makes it say where somebody else is. */
export const OTHER_SUBJECT =
  /(?:\b(?:office|offices|hq|headquarters|company|startup|we|(?<!remote )team|teams|leadership|customers|clients?|employees|colleagues|outside(?: of)?)(?: that| which)?(?: is| are|'re|’re)?(?: being)?|\bbeing(?: \w+)?|\b(?:manager|team|lead|leader|colleagues?|customers|clients|stakeholders)\b[^,]{0,30} (?:who|which) (?:is|are)|'s|’s)\s*$/i

/** What makes a sentence speak of pay, law or the company, not of where one may work. */
export const NOT_ELIGIBILITY = screenPattern(
  listPattern({
    before: String.raw`[$€£] ?\d|\b`,
    words: [
      String.raw`salar(?:y|ies)|pay (?:range|band|scale|transparency)|compensation|base range|\bpto\b`,
      'benefits?|privacy|gdpr|ccpa|fair chance|ordinance|accommodation|headquarter(?:s|ed)?|founded',
      'customers|clients|investors|raised',
      String.raw`(?:we|company|team|teams|employees|offices) (?:are|is) (?:\w+ )?(?:based|located|distributed|spread)`,
      String.raw`(?:our|global) (?:team|teams|office|offices|employees|staff)|team (?:of|across|based)\b`,
      'offices (?:in|across)|allowance',
    ],
  }),
)

/** A sentence without any of these words names no place where one may work. */
export const MENTIONS_PLACE = screenPattern(
  listPattern({
    before: String.raw`\b`,
    words: [
      String.raw`based|bas[ée]e?s? |locat|situ|resid|résid|liv(?:e|es|ing)\b|domicil|physically|remot|hybrid`,
      String.raw`on-?site|open\b|available|accept|consider|welcom|looking|seeking|priorit|restrict|limited`,
      String.raw`reserved|candidat|applicant|applications|anywhere|commut|hir(?:e|ing)\b|recruit|employ`,
      'authori|eligib|entitled|permi|right to|able to|ability to|allowed to|distributed|wohn',
      String.raw`ansässig|tele?trab|télétrav|poste|mission|woonachtig|gevestigd|mieszka|zdaln|only\b`,
      String.raw`clearance|citizen|persons?\b|work`,
    ],
  }),
)
