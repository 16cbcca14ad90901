import type { RestRoute } from './call.ts'

/** A route with the values of its path. */
export interface FoundRoute {
  readonly route: RestRoute
  readonly params: Readonly<Record<string, string>>
}

/** The route for a path below `/api/v10`; null when there is none. Fixed parts win over variable ones. */
export function findRoute(routes: readonly RestRoute[], method: string, path: string): FoundRoute | null {
  const parts = path.split('/').map(decodeURIComponent)
  const found = routes
    .filter(route => route.method === method)
    .flatMap(route => {
      const params = matchTemplate(route.template, parts)
      return params === null ? [] : [{ route, params }]
    })
  return found.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? null
}

function matchTemplate(template: string, parts: readonly string[]): Readonly<Record<string, string>> | null {
  const wanted = template.split('/')
  if (wanted.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = parts[index] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = value
    else if (part !== value) return null
  }
  return params
}
