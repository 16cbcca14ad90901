import type { HttpCache, RememberedAnswer } from '../../source/http-cache.ts'

/** What addresses answered last, by address. */
export type RememberedAnswers = readonly (readonly [string, RememberedAnswer])[]

/** Copies what is remembered: a body may be a part of something larger that has to stay. */
export function copyAnswers(cache: HttpCache): RememberedAnswers {
  return cache
    .list()
    .map(([address, answer]) => [address, { ...answer, body: Uint8Array.from(answer.body) }] as const)
}

/** The memory of copied answers, which can go to another thread as it is. */
export function listBodies(answers: RememberedAnswers): ArrayBuffer[] {
  return answers.flatMap(([, { body }]) => (body.buffer instanceof ArrayBuffer ? [body.buffer] : []))
}
