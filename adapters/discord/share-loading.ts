/** Loads what is asked for several times at once only once; what is asked for later is loaded anew. */
export function shareLoading<T>(load: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>()
  return id => {
    const known = loading.get(id)
    if (known) return known
    const started = load(id).finally(() => loading.delete(id))
    loading.set(id, started)
    return started
  }
}
