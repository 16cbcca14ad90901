import { listPattern } from './list-pattern.ts'
import type { SectionKind } from './posting-text.ts'
import { rememberByPassage } from './remember-by-passage.ts'

/**
 * Phrasings of headings, English, German, French, Spanish, Portuguese, Dutch, Polish and Swedish.
 * The order matters: the first that matches decides ("preferred qualifications" before "qualifications").
 */
const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'legal',
    listPattern({
      words: [
        String.raw`equal (?:employment )?opportunit|\beeoc?\b|diversity|inclusi(?:on|ve)|belonging|privacy|gdpr`,
        'accommodation|disclaimer|background check|e-verify|data protection|fraud|scam|notice to',
        '(?:dei|accessibility) statement|disclosures?$|important notice|accommodations?$',
        'posting statement|affirmative action|datenschutz|vielfalt|chancengleichheit|diversité',
        String.raw`égalité|diversidad|diversidade|diversiteit|klauzula|rodo\b`,
      ],
      flags: '',
    }),
  ],
  [
    'nice-to-have',
    listPattern({
      words: [
        String.raw`nice[- ]to[- ]ha|\bbonus (?:points?|skills?|if|experience|qualifications)|^bonus(?:es)?$`,
        'preferred|preferably|desir(?:ed|able)|(?:^| )(?:a |huge |big )?plus(?:es)?$|brownie points',
        "great to have|good to have|would be (?:a |great|nice|awesome)|we'?d love|ideally|even better",
        'would help|helps?(?: too| as well)?$|welcome$|extra (?:points|credit)|stand out|not required',
        'optional|advantage|wünschenswert|von vorteil|idealerweise|un plus|atouts?$|deseable',
        'se valora|valorable|diferencia(?:l|is)|desejáve(?:l|is)|pré ?$|also good|good extras',
        'mooi meegenomen|mile widziane|^miło|atutem|dodatkow',
      ],
      flags: '',
    }),
  ],
  [
    'pay',
    listPattern({
      words: [
        String.raw`salar(?:y|ies)|compensation|\bpay\b|\bote\b|remuneration|\bwages?\b|hourly rate|base range`,
        'total rewards|gehalt|vergütung|verdienst|rémunération|salaire|salario|remuneración',
        'retribución|salário|remuneração|salaris|wynagrodzenie|stawka|pagamento|bezahlung|^pago$',
        '^money$|^what you earn$',
      ],
      flags: '',
    }),
  ],
  [
    'benefits',
    listPattern({
      words: [
        String.raw`benefits?\b|perks|what we offer|we offer|we(?:'ll| will)? (?:can )?(?:offer|provide|give)`,
        String.raw`what you(?:'ll| will)? get\b|what'?s in it for you|in it for you`,
        "why (?:join|work|you(?:'ll| will) (?:love|like|enjoy))",
        "what(?:'s)? you(?:'ll| will) (?:enjoy|love)|some things you(?:'ll| will) enjoy|(?<!if you )enjoy:?$",
        String.raw`what this job can offer|will support you|^equity$|you(?:'ll| will) get\b|this job can offer`,
        String.raw`time off|health (?:&|and)|\bwellness|\bpto\b|you(?:'ll| will) receive|practicals`,
        'ways? we support|was wir (?:dir )?bieten|wir bieten|unser angebot|deine vorteile|vorteile',
        'vi erbjuder|förmåner|^villkor|^voorwaarden|^condi(?:tions|ciones|ções)$|^modalités|^rahmen',
        'das bieten|was dich erwartet:? benefits|nous (?:vous )?(?:offrons|proposons)|avantages',
        'ce que nous offrons|(?:qué|que) ofrecemos|ofrecemos|beneficios|benefícios',
        '(?:o que )?oferecemos|wij bieden|wat bieden|wat wij (?!vragen|zoeken|verwachten)|arbeidsvoorwaarden|oferujemy',
        'co oferujemy|benefity|co dajemy|wat krijg je|lo que (?:te )?(?:damos|ofrecemos)',
        'you would get|you get from us',
      ],
      flags: '',
    }),
  ],
  [
    'process',
    listPattern({
      words: [
        '(?:interview|hiring|application|recruit(?:ing|ment)|selection) (?:process|steps|stages|journey)',
        'how to apply|to apply|you apply|apply (?:now|here|today)|next steps',
        String.raw`what(?:'s| happens| comes)? next|^interested\??$|application (?:deadline|instructions)`,
        'bewerbung|so geht es weiter|processus de recrutement|pour postuler|proceso de selección',
        'processo seletivo|sollicit|rekrutacj|aplikuj|como responder',
      ],
      flags: '',
    }),
  ],
  [
    'stack',
    listPattern({
      words: [
        'tech(?:nology|nical|nologies)? ?stack|our stack|your stack|^(?:the )?stack$',
        '^tech(?:nologies)?$|^tools?$|technologies (?:we|you)|tools (?:we|you)',
        'tools (?:and|&) technologies|technologies (?:and|&) tools|what we use',
        'languages (?:and|&) (?:tools|frameworks)|environment(?:e)? technique|stack technique',
        'technologien|tecnologías|tecnologias|technologie',
      ],
      flags: '',
    }),
  ],
  [
    'requirements',
    listPattern({
      words: [
        'requirement|qualification|qualified|required|requisite',
        "what (?:we(?:'re| are)?|you(?:'ll| will)?) (?:look(?:ing)?|need|bring|expect from you|must)",
        "looking for|you(?:'ll| will)? (?:bring|need|have)",
        String.raw`who (?:you are|are you|we(?:'re| are) looking)|about you\b|must[- ]haves?|skills`,
        String.raw`experience\b`,
        'your (?:profile|background|experience|expertise|strengths|qualities|toolkit|superpowers)',
        'minimum|ideal (?:candidate|profile)|(?:candidate|role) (?:profile|requirements)',
        "you(?:'re| are) (?:a |an |the |someone|passionate)|you might be|we'?d like (?:you|to see)",
        'what makes you|expectations|competenc|knowledge|education|credentials|eligibility|criteria',
        'basic|essential|you should|you possess|right fit|good fit|great fit|fit for',
        "successful candidate|you'?ll (?:be successful|thrive)|thrive|^profile$|sets you apart",
        'dein profil|ihr profil|das bringst du|was du mitbring|mitbring|anforderung|voraussetzung',
        'qualifikation|kenntnisse|wen wir suchen|profil(?: recherché)?$|votre profil|ton profil',
        'compétences|exigences|^formation|requisitos|perfil|(?:qué|que) buscamos|experiencia',
        'conocimientos|habilidades|o que (?:buscamos|esperamos|precisa)|conhecimentos|experiência',
        'qualificações|jouw profiel|functie-?eisen|wie ben jij|wat (?:vragen|breng)|wymagania',
        'oczekujemy|twój profil|(?:kogo|czego) szukamy|czego oczekujemy',
        'what (?:we|you) (?:ask|want|know|expect)|^(?:what )?we (?:need|ask|expect|hope)',
        String.raw`you(?:'d| would| likely)? (?:know|offer|bring|need|have)\b|^(?:and )?you(?: are)?$`,
        '^(?:the )?(?:person|fit)$|person specification',
        "who (?:we picture|may apply|should apply|can apply|you'd be)|we(?:'d| would) like",
        String.raw`fit (?:right )?in\b|^what it takes$|(?:we|you)(?:'re| are) after$|our wishes`,
        String.raw`(?:please )?apply if|a match\b|applicants (?:that|who) have|candidates (?:that|who) have`,
        'got it,? |tick the boxes|good candidate|right for it',
        '(?:bringen sie|bringst du|bringt ihr) mit|(?:wir|was) erwarten|wünschen uns',
        'ce que nous (?:attendons|recherchons|demandons|cherchons)|qui (?:vous êtes|tu es)|prérequis',
        '(?:lo|qué|que) (?:que )?(?:pedimos|necesitas|esperamos)|o que (?:procuramos|pedimos)',
        'wat breng je|je meebrengt|wij (?:vragen|zoeken|verwachten)|solltest (?:du|sie)',
        '(?:vi|vem) (?:söker|är du)|^du (?:har|är|kan)|^krav|kvalifikationer|din profil|erfarenhet|任职资格|职位要求|任职要求',
      ],
      flags: '',
    }),
  ],
  [
    'place',
    listPattern({
      words: [
        "^(?:job |work |role |office )?(?:locations?|place of work|workplace|work arrangement|where you(?:'ll| will) work|time ?zones?|working hours|remote(?: work)?|hybrid(?: work)?|travel)(?: requirements?| policy| type| model)?$",
        'standort|arbeitsort|^lieu(?: de travail)?|localisation|ubicación|localização|locatie',
        'lokalizacja|miejsce pracy',
      ],
      flags: '',
    }),
  ],
  [
    'duties',
    listPattern({
      words: [
        'responsib|duties',
        "what (?:you|will you|will i|would you|the successful candidate)(?:'ll| will)?(?: be)? (?:do|be doing|own|work|deliver|achieve|accomplish|build|tackle|doing)",
        "you(?:'ll| will|'d| would)? (?:be )?(?:do|doing|own|work(?:ing)? on|lead|build|help|be responsible|get to|accomplish|achieve|deliver|tackle|spend)",
        "^(?:in this (?:role|position|job),? )?you(?:'ll| will|'d| would)$",
        "^(?:at|with) .{2,40}you(?:'ll| will|'d| would):?$",
        "in this (?:role|position|job)|as (?:a|an|our|the) .{2,60}(?:you(?:'ll| will|'d| would)|,)$",
        'day[- ]to[- ]day',
        String.raw`your (?:role|tasks?|mission|impact|responsibilities|day|job|challenge|contribution|work)\b`,
        'key (?:tasks|activities|accountabilities|objectives|areas)|essential functions|job functions',
        String.raw`accountabilities|objectives|main tasks|the work\b|typical day|day in the life`,
        'what success looks|success (?:measures|metrics)|^(?:you will be|you will be able to)$',
        String.raw`^(?:the )?tasks?$|^(?:the challenge|scope)$|your (?:week|part|influence)\b`,
        'what there is to do|^a (?:usual|typical|normal) (?:day|week|shift)|what (?:falls|lands)',
        "what you(?:'d| would| will|'ll) (?:make|change|sell|run|be busy|learn and do)",
        'what (?:happens|are you going to do)|main purpose|vous ferez|tu feras|lo que harás|harás',
        'día a día|o que vai fazer|będziesz robić|岗位职责|工作职责',
        "(?:first|within|by|90|30|60|six|three) .{0,12}(?:days|months)|how you(?:'ll| will)",
        'get ready to|role (?:involves|entails)|aufgaben|deine rolle|das erwartet dich',
        'was dich erwartet|was du (?:bei uns )?(?:machst|tust|bewegst)|tätigkeit|verantwort',
        '(?:^|vos |tes |les )(?:principales )?missions(?: sont)?$|responsabilités|tâches|votre rôle',
        'responsabilidades|funciones|tareas|qué harás|(?:o que )?você (?:vai|irá)|atividades',
        'atribuições|taken$|verantwoordelijk|wat ga je doen|wat je gaat doen|functieomschrijving',
        'arbetsuppgifter|dina uppgifter|du kommer att|jouw taken|o que fazes',
        'obowiązki|zakres (?:obowiązków|zadań)|twoje zadania|zadania|czym będziesz',
      ],
      flags: '',
    }),
  ],
  [
    'role',
    listPattern({
      words: [
        String.raw`(?:about|the|this|our) (?:role|job|position|opportunity|team|project|product team|client|work)\b`,
        '(?:job|role|position|team|project) (?:description|summary|overview|purpose|details)',
        'opportunity',
        '^(?:overview|summary|description|role|team|position|intro(?:duction)?|project|purpose|job details|the role|mission)$',
        'about this|meet the team|why this (?:role|job)|impact',
        '^(?:more|additional|further|other) information|^additionally$|die rolle|die stelle',
        "stellenbeschreibung|das team|le poste|descriptif du poste|description du poste|l'équipe",
        'el puesto|descripción del puesto|el equipo|a vaga|descrição da vaga|sobre a vaga|de functie',
        'over de rol|o roli|o projekcie|opis stanowiska',
      ],
      flags: '',
    }),
  ],
  [
    'company',
    listPattern({
      words: [
        'about (?:us|the company|the organi[sz]ation|our company)|who (?:we are|is |are we)',
        'our (?:company|story|mission|(?:core )?values|culture|community|vision|history|purpose|principles|customers|investors|commitment)',
        'company (?:description|overview|profile|summary|culture|values)',
        '^(?:about|company|culture|values|the company|us)$|life at|working at|work at',
        'what (?:we do|is |we believe|we stand)|^about [^,.]{2,40}$|our team|why (?:us|we)',
        'how we work|recent press|in the news|more (?:about|on)|learn more|get to know',
        'leadership principles|über uns|wer wir sind|das sind wir|das unternehmen|qui sommes|à propos',
        "l'entreprise|notre (?:entreprise|mission|société)",
        'sobre (?:nosotros|la empresa|nós|a empresa|a )|quiénes somos|quem somos',
        'nossa (?:empresa|missão)|over ons|wie zijn wij|wie we zijn|^o nas|^o firmie|kim jesteśmy',
      ],
      flags: '',
    }),
  ],
]

/** Heading text as the patterns expect it: lower case, plain apostrophes, no decoration at either end. */
function normalizeHeading(text: string): string {
  const heading = text.slice(0, 120).toLowerCase()
  if (IS_NORMAL.test(heading)) return heading
  const begun = heading.replace(/[’‘`´]/g, "'").replace(/^[^\p{L}\p{N}]{1,20}/u, '')
  return (ENDS_PLAINLY.has(begun.at(-1) ?? '') ? begun : begun.replace(/[^\p{L}\p{N})]{1,20}$/u, '')).replace(
    / {2,}/g,
    ' ',
  )
}

/** What nothing is taken off after: looking for it costs more than for all the rest. */
const ENDS_PLAINLY: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyz0123456789)')

/** Plain words, as most headings are: nothing to take off. */
const IS_NORMAL = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/**
 * What the section under a heading is about; null where the words do not tell.
 * @example classifyHeading('What you’ll bring:') // 'requirements'
 */
export const classifyHeading: (text: string) => SectionKind | null = rememberByPassage(text => {
  const heading = normalizeHeading(text)
  if (heading === '') return null
  return HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null
})

/** Headings so common that a short line with nothing else on it is one, even without any markup. */
const BARE_HEADING =
  /^(?:(?:job |role |key |main |core |basic |minimum |preferred |required |technical |essential |additional |about (?:the |this )?|the |our |your )?(?:job description|responsibilities|requirements|qualifications|benefits|perks(?: (?:&|and) benefits)?|benefits (?:&|and) perks|skills|duties|role|job|position|opportunity|company|team|tech stack|stack|compensation|salary|location|description|overview|summary|education|experience|accommodations|posting statement|job category|job details)|about (?:us|you)|nice[- ]to[- ]haves?|bonus points|who (?:we|you) are|what (?:you'll|you will|we) (?:do|offer|bring|need|be doing|get)|what we(?:'re| are) looking for|why (?:join )?us|how to apply|interview process|equal opportunity.{0,20}|in this role,? you will|you will|you have|(?:ihre|deine) aufgaben|aufgaben|(?:ihr|dein) profil|wir bieten|über uns|votre profil|vos missions|requisitos|responsabilidades|beneficios|benefícios|ofrecemos|wymagania|obowiązki|oferujemy|zakres obowiązków|wij bieden|functie-?eisen)$/

/** Whether a line without markup is a heading by its words alone. */
export function isBareHeading(text: string): boolean {
  return text.length <= 60 && BARE_HEADING.test(normalizeHeading(text))
}
