import type { Topic } from '../vocabulary.ts'

/** A topic that comes in beside another one of the title, from this score of duties and requirements on. */
export interface Companion {
  readonly topic: Topic
  readonly fromBody: number
  /** Enough skills of the topic do as well; null where they never do. */
  readonly fromSkills: number | null
}

const beside = (topic: Topic, fromBody: number, fromSkills: number | null = null): Companion => ({
  topic,
  fromBody,
  fromSkills,
})

/** What a job with one topic in its title usually is too, where the text bears it out. */
export const COMPANIONS: Readonly<Partial<Record<Topic, readonly Companion[]>>> = {
  ios: [beside('mobile', 0)],
  android: [beside('mobile', 0)],
  mobile: [beside('ios', 6, 3), beside('android', 6, 3)],
  sre: [beside('infrastructure', 4), beside('devops', 3, 4), beside('cloud', 5, 4), beside('database', 5, 6)],
  devops: [beside('cloud', 6, 2), beside('infrastructure', 5, 3), beside('sre', 9)],
  infrastructure: [beside('devops', 5.5), beside('sre', 5.4), beside('cloud', 4.5)],
  platform: [beside('infrastructure', 4.5), beside('devops', 8), beside('cloud', 8), beside('sre', 6)],
  cloud: [beside('infrastructure', 5), beside('devops', 6)],
  'ml-infra': [
    beside('devops', 10),
    beside('cloud', 8),
    beside('infrastructure', 8),
    beside('data-engineering', 6),
  ],
  ml: [
    beside('ml-infra', 4.5, 2),
    beside('data-engineering', 9),
    beside('llm', 3.4, 2),
    beside('data-science', 6),
  ],
  security: [beside('cloud', 7)],
  embedded: [beside('systems', 4)],
  'solutions-engineering': [beside('sales', 7), beside('security', 9), beside('customer-success', 7)],
  'data-science': [beside('ml', 6), beside('data-analysis', 9)],
  'data-engineering': [beside('cloud', 14), beside('data-analysis', 12)],
  education: [beside('content-writing', 6)],
  'content-writing': [beside('education', 6)],
  games: [],
  blockchain: [],
}

/** Topics that the text alone makes a software job one of, from this score on. */
export const FROM_BODY: Readonly<Partial<Record<Topic, number>>> = {
  'data-engineering': 7,
  security: 6.5,
  'ml-infra': 8,
  ml: 8,
  llm: 6,
  blockchain: 6,
  games: 7,
  devops: 11,
  infrastructure: 11,
  sre: 11,
  platform: 6.5,
  cloud: 12,
  embedded: 7,
  systems: 7,
  robotics: 7,
  mobile: 8,
  ios: 8,
  android: 8,
  qa: 16,
  'crm-erp': 9,
  networking: 10,
  database: 9,
  'solutions-engineering': 9,
}

/** What a product is about: any software job whose text speaks of it so much works on it, whatever else the title says. */
export const DOMAIN_TOPICS: ReadonlySet<Topic> = new Set(['blockchain', 'games'])
export const DOMAIN_FROM_BODY = 5.5

/** What a hint of a title needs from the text to count; other hints count from 4 on. */
export const HINT_FROM_BODY: Readonly<Partial<Record<Topic, number>>> = {
  infrastructure: 4,
  security: 5,
  'data-engineering': 4,
  'data-analysis': 2.5,
  'crm-erp': 0,
  cloud: 3,
  qa: 4,
  systems: 3,
  blockchain: 3,
  marketing: 5,
  'customer-support': 5,
}
export const HINT_FROM_BODY_ELSE = 4

/** Kinds of business: in the title of a software job they name who the software is for. */
export const BUSINESS_TOPICS: ReadonlySet<Topic> = new Set([
  'marketing',
  'content-writing',
  'customer-success',
  'recruiting-hr',
  'finance-accounting',
  'legal',
  'operations',
  'education',
  'healthcare',
  'sales',
  'design',
  'research',
  'admin',
  'executive',
  'product-management',
  'data-science',
])

/** Words that name what a backend or frontend job works on as often as its kind: the text has to speak of them. */
export const PRODUCT_TOPICS: ReadonlySet<Topic> = new Set(['platform', 'cloud'])
export const PRODUCT_FROM_BODY = 1.5

/** The three that the stack of a software job decides between where its title does not say. */
export const WEB_TOPICS: readonly Topic[] = ['backend', 'frontend', 'fullstack']
