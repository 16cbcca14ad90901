import { cue } from './cue.ts'

/** How postings speak of insurance and old age. */
export const INSURANCE_CUES = {
  health: cue(
    'health insurance',
    /\b(?:health(?:care)?|medical)\b[^.;]{0,50}\b(?:insurance|coverage|cover|plans?|benefits?|premiums?|dental|vision|care)\b|\b(?:insurance|benefits)\b[^.;]{0,40}\b(?:health|medical)\b|\bhealthcare\b[^.;]{0,20}\b(?:benefits|plan|package)|\b(?:comprehensive|private|competitive) (?:health|medical)\b|\bmutuelle\b|\bkrankenversicherung|\bhealth[, /&]+(?:dental|life)|\bprivate healthcare\b|\bopieka medyczna\b/i,
    {
      unless:
        /\bhealth ?care (?:provider|industry|system|company|organi[sz]ations?|data|customers|technology|professionals|software|companies|experience)|electronic health/i,
    },
  ),
  dental: cue('dental insurance', /\bdental\b|\bdentist/i),
  vision: cue(
    'vision insurance',
    /\bvision\b[^.;]{0,40}\b(?:insurance|coverage|plans?|benefits|care)\b|\b(?:dental|medical|health)\b[^.;]{0,20}\bvision\b/i,
    { unless: /computer vision|our vision/i },
  ),
  'life-insurance': cue(
    'life or disability insurance',
    /\b(?:life|disability|AD&D|income protection)\b[^.;]{0,30}\b(?:insurance|assurance|coverage|cover|benefits)\b|\b(?:life|disability)[, &]+(?:and )?(?:disability|life|AD&D)\b|\bdeath in service\b/i,
  ),
  retirement: cue(
    'a pension or retirement plan',
    /\b401\s?\(?k\)?|\bpensions?\b|\bretirement\b|\bRRSP\b|\bsuperannuation\b|\bprovident fund\b|\baltersvorsorge\b|\bPPK\b|\b403\(?b\)?/i,
    {
      unless:
        /\bpension (?:funds?|industry|clients|software|system)|retirement (?:industry|communit|services)/i,
    },
  ),
}
