/** The closed word lists of a posting's fields. Values are what `parse` prints and what questions are read into. */

/** Where the work is done. */
export const WORKPLACES = ['remote', 'hybrid', 'onsite'] as const
export type Workplace = (typeof WORKPLACES)[number]

/** The levels of the individual track, from below. */
export const INDIVIDUAL_LEVELS = ['intern', 'junior', 'mid', 'senior', 'lead', 'staff', 'principal'] as const

/** The levels of those who lead people, from below. */
export const LEADING_LEVELS = ['manager', 'director', 'head', 'vp', 'c-level'] as const

export const SENIORITIES = [...INDIVIDUAL_LEVELS, ...LEADING_LEVELS] as const
export type Seniority = (typeof SENIORITIES)[number]

/** schema.org `employmentType`, in our spelling. */
export const EMPLOYMENTS = ['full-time', 'part-time', 'contract', 'internship', 'temporary'] as const
export type Employment = (typeof EMPLOYMENTS)[number]

/** The lowest degree that is required; `none` only where the posting says that none is needed. */
export const DEGREES = ['none', 'bachelor', 'master', 'phd'] as const
export type Degree = (typeof DEGREES)[number]

/** schema.org `unitText` of a salary. */
export const PAY_PERIODS = ['year', 'month', 'week', 'day', 'hour'] as const
export type PayPeriod = (typeof PAY_PERIODS)[number]

/** What a pay figure counts: base salary, total compensation, or on-target earnings (base and commission). */
export const PAY_KINDS = ['base', 'total', 'ote'] as const
export type PayKind = (typeof PAY_KINDS)[number]

/** Groups of countries that postings name instead of countries. */
export const REGIONS = [
  'worldwide',
  'europe',
  'eu',
  'emea',
  'latam',
  'apac',
  'asia',
  'africa',
  'north-america',
  'middle-east',
  'south-america',
] as const
export type Region = (typeof REGIONS)[number]

/** Kinds of work. */
export const TOPICS = [
  'backend',
  'frontend',
  'fullstack',
  'mobile',
  'ios',
  'android',
  'ml',
  'ml-infra',
  'llm',
  'data-engineering',
  'data-science',
  'data-analysis',
  'devops',
  'sre',
  'platform',
  'infrastructure',
  'cloud',
  'security',
  'qa',
  'embedded',
  'systems',
  'blockchain',
  'games',
  'robotics',
  'design',
  'product-management',
  'project-management',
  'engineering-management',
  'software-architecture',
  'sales',
  'solutions-engineering',
  'marketing',
  'content-writing',
  'customer-support',
  'customer-success',
  'recruiting-hr',
  'finance-accounting',
  'legal',
  'operations',
  'research',
  'education',
  'healthcare',
  'it-support',
  'database',
  'networking',
  'crm-erp',
  'community-devrel',
  'executive',
  'admin',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]
