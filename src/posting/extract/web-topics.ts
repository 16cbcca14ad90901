import type { Topic } from '../vocabulary.ts'
import { WEB_TOPICS } from './topic-rules.ts'
import type { TopicScore } from './topic-scores.ts'

const BACKEND_BESIDE_FULLSTACK = 6
const BACKEND_BESIDE_OTHERS = 5
const FRONTEND_BESIDE_FULLSTACK = 5
const FULLSTACK_WORDS = 2
const FRONTEND_WORDS = 0.7
/** So much talk of the frontend beside so little of the backend makes a job one of the frontend, whatever its tools. */
const MOSTLY_FRONTEND = 6
const BARELY = 1
/** Tools of the backend that make a job on the whole stack one of the backend as well. */
const BACKEND_TOOLS = 2
/** Work of those who lead or design that of others. */
const LEADING: ReadonlySet<Topic> = new Set(['engineering-management', 'software-architecture'])
const STATES_SOFTWARE = /\bsoftware\b/i
/** Who runs machines and networks; the tools of the backend are among what runs on them. */
const SYSTEMS_JOB = /(?<!\b(?:sw|software) )\bsystems? (?:engineer|administrator)\b/i
const SPOKEN_OF = 2
/** Topics whose jobs are software jobs of their own kind: the stack says nothing more about them. */
const OWN_KIND: ReadonlySet<Topic> = new Set([
  'mobile',
  'ios',
  'android',
  'ml',
  'llm',
  'data-science',
  'data-analysis',
  'devops',
  'sre',
  'infrastructure',
  'cloud',
  'security',
  'qa',
  'embedded',
  'systems',
  'games',
  'robotics',
  'crm-erp',
  'it-support',
  'networking',
  'database',
  'solutions-engineering',
  'customer-support',
  'engineering-management',
  'software-architecture',
  'community-devrel',
  'project-management',
  'product-management',
  'education',
  'sales',
  'research',
  'design',
  'customer-success',
  'content-writing',
])
/** Jobs about other people's software, whatever their title says of the stack. */
const NEVER_WEB: ReadonlySet<Topic> = new Set(['qa', 'solutions-engineering', 'education', 'sales'])
/** Titles of "software" that name one of these besides are of those who write the software for it. */
const BUILT_BY_BACKEND: ReadonlySet<Topic> = new Set(['security', 'infrastructure', 'database'])
const BUILDERS_TOOLS = 3
const BUILDERS_WORDS = 6
/** Topics beside which a software job is a backend job too where the text speaks of it. */
const WITH_BACKEND: ReadonlySet<Topic> = new Set(['ml-infra', 'data-engineering', 'platform', 'blockchain'])

/**
 * Which of backend, frontend and fullstack a software job is: by its title, else by its stack.
 * @param inTitle the topics that the title states
 */
export function readWebTopics(
  scores: readonly TopicScore[],
  inTitle: readonly Topic[],
  title: string,
): Topic[] {
  const stated = WEB_TOPICS.filter(topic => inTitle.includes(topic))
  const of = (topic: Topic) => scores.find(score => score.topic === topic)
  const backend = of('backend')
  if (inTitle.some(topic => NEVER_WEB.has(topic))) return []
  if (stated.includes('backend') && stated.includes('frontend')) return ['fullstack']
  if (stated.length > 1) return stated
  if (stated.includes('fullstack')) {
    const leansBack = (backend?.inBody ?? 0) >= BACKEND_BESIDE_FULLSTACK
    if (leansBack && backend?.inTitle !== 1) return ['fullstack', 'backend']
    return leansFront(of('frontend'), backend) ? ['fullstack', 'frontend'] : ['fullstack']
  }
  if (stated.length > 0) return stated
  if (leadsBackend(inTitle, backend)) return ['backend']
  if (buildsFor(inTitle, backend, title)) return ['backend']
  if (inTitle.some(topic => OWN_KIND.has(topic) && of(topic)?.inTitle === 2)) return []
  if (inTitle.some(topic => WITH_BACKEND.has(topic)))
    return isBackendToo(backend, inTitle, title, of('data-engineering')) ? ['backend'] : []
  if (SYSTEMS_JOB.test(title) && (backend?.inBody ?? 0) < SPOKEN_OF) return []
  const stack = readStack(backend, of('frontend'), of('fullstack'))
  const isBackToo = stack[0] === 'fullstack' && (backend?.skills ?? 0) >= BACKEND_TOOLS
  return isBackToo ? ['fullstack', 'backend'] : stack
}

/** Whoever leads or designs is also of that kind where the title hints at it ("Engineering Manager, Payments"). */
function leadsBackend(inTitle: readonly Topic[], backend: TopicScore | undefined): boolean {
  const others = inTitle.filter(topic => !LEADING.has(topic))
  return inTitle.length > 0 && others.length === 0 && backend?.inTitle === 1 && backend.skills > 0
}

/** "Software Engineer, IAM" with the tools of the backend, or any such job that speaks of the backend throughout. */
function buildsFor(inTitle: readonly Topic[], backend: TopicScore | undefined, title: string): boolean {
  if (!backend || inTitle.length === 0 || !inTitle.every(topic => BUILT_BY_BACKEND.has(topic))) return false
  const hasTools = backend.skills >= BUILDERS_TOOLS
  return hasTools && (STATES_SOFTWARE.test(title) || backend.inBody >= BUILDERS_WORDS)
}

/** A job on the whole stack whose text dwells on what people see. */
const leansFront = (frontend: TopicScore | undefined, backend: TopicScore | undefined): boolean =>
  (frontend?.inBody ?? 0) >= FRONTEND_BESIDE_FULLSTACK && (frontend?.inBody ?? 0) > 2 * (backend?.inBody ?? 0)

function isBackendToo(
  backend: TopicScore | undefined,
  inTitle: readonly Topic[],
  title: string,
  data: TopicScore | undefined,
): boolean {
  if (!backend) return false
  const isSoftware = STATES_SOFTWARE.test(title)
  if (inTitle.includes('platform') && isSoftware) return backend.skills >= 2
  if (inTitle.includes('data-engineering')) {
    // "Software Engineer, Data" writes services for data; a data engineer's Python is for pipelines.
    if (data?.inTitle === 1) return isSoftware || backend.inTitle > 0
    if (!isSoftware) return false
    if (backend.skills >= BUILDERS_TOOLS) return true
  }
  return backend.inTitle > 0 || (STATES_SOFTWARE.test(title) && backend.inBody >= BACKEND_BESIDE_OTHERS)
}

function readStack(backend?: TopicScore, frontend?: TopicScore, fullstack?: TopicScore): Topic[] {
  if (!backend || !frontend || !fullstack) return []
  if (backend.inTitle > 0 && frontend.inTitle > 0) return ['fullstack']
  if (frontend.inTitle > 0 && frontend.inBody >= MOSTLY_FRONTEND && backend.skills < BUILDERS_TOOLS)
    return ['frontend']
  if (fullstack.inBody >= FULLSTACK_WORDS || fullstack.inTitle > 0) return ['fullstack']
  if (frontend.inTitle > 0) return ['frontend']
  if (backend.inTitle > 0) return ['backend']
  if (frontend.inBody >= MOSTLY_FRONTEND && backend.inBody < BARELY) return ['frontend']
  if (frontend.skills >= 2 && backend.skills <= 1 && backend.inBody < 2) return ['frontend']
  if (worksInFront(frontend) && backend.inBody < 4 * (1 + frontend.inBody)) return ['fullstack']
  return backend.skills > 0 || backend.inBody > 0 ? ['backend'] : []
}

/** Two of its tools, or one that the text speaks of as well. */
const worksInFront = ({ skills, inBody }: TopicScore): boolean =>
  skills >= 2 || (skills === 1 && inBody >= FRONTEND_WORDS)
