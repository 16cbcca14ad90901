import { cue, OPEN_AMOUNT } from './cue.ts'

/** How postings speak of time off. */
export const LEAVE_CUES = {
  'parental-leave': cue(
    'parental leave',
    /\b(?:parental|maternity|paternity|family|baby|adoption|birth(?:ing)?|caregiver|new[- ]parent|bonding)\b[^.;•]{0,40}\bleave\b|\bleave\b[^.;•]{0,30}\b(?:new parents|parents|birth|adoption|children)\b|\bparental (?:benefits?|policy|time)\b|\belternzeit\b|\bcongé (?:parental|maternité|paternité)\b|\bpermiso parental\b|\blicença (?:maternidade|parental)|\b(?:maternity|paternity)\b/i,
    {
      unless:
        /\b(?:regardless of|without regard|on the basis of|discriminat|pregnancy,|gaps? in|returning from|taken|marital status)\b/i,
    },
  ),
  'sick-leave': cue(
    'sick leave',
    /\b(?:sick (?:leave|days?|pay|time)|paid sick|sick & safe|illness|medical leave|krankheit)/i,
  ),
  sabbatical: cue('sabbaticals', /\bsabbaticals?\b/i),
  holidays: cue(
    'public holidays',
    /\b(?:(?:public|bank|paid|company|federal|national|statutory|observed|floating|corporate|official|recharge|team)[- ]?(?:wide )?(?:company )?holidays?|holidays?\b[^.;]{0,30}\b(?:off|observed|per year|closure|shutdown|break|paid)|holiday (?:pay|schedule|closure|break)|vacation[^.;]{0,20}holidays?|PTO[^.;]{0,20}holidays?|holidays? (?:and|&|plus))\b/i,
  ),
  vacation: cue(
    'vacation',
    /\b(?:vacations?|PTO|paid[- ]time[- ]off|time[- ]off|annual leave|days?['’]? (?:of )?(?:paid )?(?:leave|holiday|off)|holiday allowance|paid leave|holidays? (?:allowance|entitlement|per year|a year)|days?['’]? (?:paid )?holidays?|weeks['’]? (?:of )?(?:paid )?(?:vacation|holiday|leave)|urlaub(?:stage)?|congés payés|vacaciones|férias|semesterdagar|dni urlopu|holidays? plus|discretionary time off)\b/i,
    {
      amount: OPEN_AMOUNT,
      unless:
        /\bvacation rentals?|requesting time off|volunteer(?:ing)? time off|time off to (?:vote|volunteer)|(?:vacation|holiday) (?:homes?|planning|season)/i,
    },
  ),
}
