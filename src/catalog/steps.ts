/** Long work in steps; whoever runs it decides what happens in between. */
export type Steps<T> = Generator<undefined, T>

/** Runs all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
