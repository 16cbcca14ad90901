import { listPattern } from './list-pattern.ts'

/** Ends of compounds: "Bäckermeister", "Softwareentwickler:in", "systemutvecklare". */
const COMPOUND_ENDS = [
  'entwickler|ingenieur|meister|techniker|mechaniker|berater|leiter|pfleger|verkäufer|fahrer',
  'arbeiter|assistent|kaufmann|kauffrau|übersetzer|programmierer|administrator|sachbearbeiter',
  'erzieher|verwalter|utvecklare|medewerker|ontwikkelaar|schrijver',
].join('|')

/** Words that end or carry a job title, in the languages of postings. */
export const ROLE_NOUN = listPattern({
  before: String.raw`(?<!\p{L})`,
  words: [
    'engineer|developer|manager|architect|scientist|analyst|designer|administrator|specialist',
    'consultant|lead|director|officer|intern|head|vp|president|programmer|tester|writer|recruiter',
    'accountant|representative|coordinator|assistant|associate|advocate|researcher|technician',
    'executive|strategist|producer|editor|counsel|nurse|teacher|instructor|support|controller',
    'clerk|buyer|planner|chef|cook|barista|driver|mechanic|electrician|waiter|waitress|cashier',
    'guard|therapist|physician|doctor|pharmacist|paralegal|attorney|lawyer|translator|journalist',
    'trainer|tutor|professor|lecturer|apprentice|trainee|worker|operator|welder|plumber|surveyor',
    'auditor|bookkeeper|treasurer|receptionist|secretary|scrum master|owner|evangelist|copywriter',
    'animator|artist|modell?er|agent|carer|cleaner|sre|devops|cto|ceo|cfo',
    // German, French, Spanish, Portuguese, Dutch, Polish, Swedish
    'entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|berater(?:in)?|développeu(?:r|se)',
    'ingénieure?|responsable|desarrollador(?:a)?|ingenier[oa]|gerente|analista',
    'desenvolvedor(?:a)?|engenheir[oa]|ontwikkelaar|programista|inżynier|kierownik|specjalista',
    'specjalistka|kelner(?:ka)?|księgow[ay]|kierowca|sprzedawca|magazynier|pielęgniarka',
    'assistante?|traduct(?:eur|rice)|comptable|vendeu(?:r|se)|infirmi(?:er|ère)|cuisini(?:er|ère)',
    'technicien(?:ne)?|consultante?|stagiaire|programador(?:a)?|diseñador(?:a)?|traductor(?:a)?',
    'técnic[oa]|contable|enfermer[oa]|camarer[oa]|cociner[oa]|vendedor(?:a)?|becari[oa]',
    'contador(?:a)?|estagiári[oa]|estágio|professor(?:a)?|tradutor(?:a)?|medewerker|verkoper',
    'schrijver|tekstschrijver|monteur|verpleegkundige|boekhouder|adviseur|snickare|konsult|kock',
    'säljare|lärare|sjuksköterska',
    String.raw`\p{L}{0,30}(?:${COMPOUND_ENDS})(?:[:*_]?in)?`,
  ],
  after: String.raw`(?!\p{L})`,
  flags: 'iu',
})
