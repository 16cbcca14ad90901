import { listPattern } from '../list-pattern.ts'
import { screenPattern } from '../screen/screen-pattern.ts'
import { makeRules, type WorkplaceRule } from './workplace-rule.ts'

/** Word limits that know letters beyond ASCII, which `\b` does not. */
const word = (source: string): string => `(?<!\\p{L})(?:${source})(?!\\p{L})`

const FEW = word(
  '[1-4](?: ?(?:-|–|bis|à|a|o|e|do|tot|till) ?[2-4])?|zwei|drei|vier|einen|un|deux|trois|quatre|dos|tres|cuatro|um|dois|três|quatro|dwa|trzy|cztery|twee|drie|één|två|tre|fyra',
)
const DAYS = '(?:tagen?|tage|jours?|días?|dias?|dni|dzień|dagen|dag|dagar)'
const PREMISES =
  'büros?|bureaux?|locaux|oficinas?|escritório|biur(?:ze|o|a|em)|kantoor|kontoret|kontor|vor ort|präsenz|sur site|présentiel|présence|op locatie|på plats|presencial(?:es)?'
const HOME =
  'home ?-?office|télétravail|teletrabajo|teletrabalho|zdaln\\p{L}{1,3}|thuis(?:werken)?|vanuit huis|på distans|distansarbete|remoto|remote|mobil(?:es)? arbeiten|smart working'
const WHOLLY =
  '100 ?%|komplett|vollständig|rein|ausschließlich|full|totalement|entièrement|intégralement|totalmente|completamente|w pełni|całkowicie|volledig|geheel|helt|fullt ut'
const JOB =
  'stelle|position|job|poste|puesto|vacante|posición|plaza|vaga|posição|atuação|trabajo|trabalho|modalidad|modalidade|modelo|regime|régimen|formato|tjänsten|arbetet|rollen|jobbet'

const HYBRID = [
  `${FEW} ${DAYS}.{0,50}?${word(`${PREMISES}|${HOME}`)}`,
  `${word(`${PREMISES}|${HOME}`)}.{0,50}?${FEW} ${DAYS}(?!\\p{L})`,
  `${word('télétravail')}.{0,30}?[1-4] ?j(?:ours?)? ?(?:\\/|par) ?sem`,
  word('(?:télétravail|teletrabajo|teletrabalho) (?:partiel|parcial|hybride|híbrido)'),
  word('teilweise (?:im )?(?:remote|home ?-?office)'),
  word('hybrid(?:es|er|e)? (?:arbeiten|arbeitsmodell|modell)|hybridarbete|hybridmodell'),
  word('(?:poste|(?<!politique de )travail|mode|contrat) hybride|hybride werkplek|hybride functie'),
  word(`(?:${JOB}) híbrid[oa]|(?:tryb|model|praca) hybrydow\\p{L}{1,3}`),
]

const ON_SITE = [
  word(`(?:nur|ausschließlich|immer|vollständig|komplett|100 ?%) (?:vor ort|im büro|in präsenz)`),
  word('präsenz(?:pflicht)? (?:im büro )?(?:an allen tagen|jeden tag)'),
  word('kein(?:e)? (?:home ?-?office|remote[- ]arbeit)|home ?-?office (?:ist )?(?:leider )?nicht möglich'),
  word('(?:sans|pas de|aucun) télétravail|(?:poste|travail) (?:100 ?% )?(?:en )?présentiel'),
  word(`(?:sin|no hay) teletrabajo|(?:${JOB}|jornada) (?:100 ?% )?presencial`),
  word('brak (?:możliwości )?pracy zdalnej|prac(?:a|ę|uj|ujesz) (?:wyłącznie )?stacjonarn\\p{L}{1,3}'),
  word('(?:volledig|altijd|100 ?%|werken|werkt) op (?:locatie|kantoor)'),
  word('thuiswerken is (?:helaas )?niet mogelijk|niet (?:op afstand|vanuit huis)'),
  word(`(?:${JOB}) (?:är|utförs|sker) (?:helt )?på plats|(?:inget|ej) distansarbete`),
  `^(?:arbeitsort|lieu|lugar|local|miejsce|locatie|arbetsplats|modalidad|modalidade) ?: ?${word('vor ort|présentiel|presencial|op locatie|på plats')}`,
]

const REMOTE = [
  word(
    `(?:${WHOLLY}) (?:en |im |aus dem |da |på |op |praca )?(?:${HOME}|remot[oa]|distans|afstand|à distance|a distancia|à distância)`,
  ),
  word('(?:télétravail|teletrabajo|teletrabalho) (?:complet|total|intégral|à 100 ?%|100 ?%|completo)'),
  word(`(?:${JOB}) (?:en |em )?(?:es |é )?(?:100 ?% )?(?:remot[oa]|a distancia|à distância)`),
  word('remote[- ](?:arbeit|stelle|tätigkeit)|deutschlandweit remote|praca (?:w 100 ?% )?zdaln\\p{L}{1,3}'),
  word(`(?:${JOB}) (?:är|sker|utförs) (?:helt )?på distans|på distans (?:inom|från|i)`),
]

/** Rules for German, French, Spanish, Portuguese, Polish, Dutch and Swedish; days that are counted bind. */
export const FOREIGN_WORKPLACE_RULES: readonly WorkplaceRule[] = [
  ...makeRules('hybrid', 'rule', HYBRID.slice(0, 3), 'iu'),
  ...makeRules('hybrid', 'role', HYBRID.slice(3), 'iu'),
  ...makeRules('onsite', 'role', ON_SITE, 'iu'),
  ...makeRules('remote', 'role', REMOTE, 'iu'),
]

/** A cheap look for the words that only these rules know. */
export const SPEAKS_OF_FOREIGN_WORKPLACE = screenPattern(
  listPattern({
    words: [
      'büro|bureau|locaux|oficina|escritório|biur|kantoor|kontor|vor ort|präsenz|sur site',
      'présen|op locatie|på plats|presencial|home ?-?office|télétrav|teletrab|zdaln|thuis',
      'huis|distans|afstand|distância|distancia|remot[oa]|mobil|hybrid|híbrid|hybryd',
      'stacjonarn|remote-|remote (?:arbeit|stelle)',
      '(?:komplett|vollständig|rein|volledig|full) remote',
    ],
  }),
)
