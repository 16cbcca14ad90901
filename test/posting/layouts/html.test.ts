import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/posting/layouts/html.ts'

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const textOf = (html: string): string | undefined =>
  readHtml(html)
    ?.blocks.map(block => block.text)
    .join('\n')

describe('readHtml', () => {
  it('keeps the posting and leaves the site’s furniture out', () => {
    const html = page(
      '<nav><h1>Site</h1>Home Jobs</nav><div class="cookie-bar">We use cookies</div><main><h1>Data Engineer</h1><h2>Duties</h2><ul><li>Build <b>pipelines</b></li></ul><p>One<br>two</p></main><section class="related">Other job</section><footer>Imprint</footer><script>track()</script>',
      '<style>p{}</style>',
    )
    expect(readHtml(html)).toMatchObject({
      layout: 'html',
      titleLine: 'Data Engineer',
      blocks: [
        { type: 'heading', text: 'Duties' },
        { type: 'item', text: 'Build pipelines' },
        { type: 'paragraph', text: 'One' },
        { type: 'paragraph', text: 'two' },
      ],
    })
  })

  it('prefers the structured data, also inside @graph', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': 'JobPosting',
          title: 'Nurse',
          hiringOrganization: { name: 'Clinic' },
          jobLocationType: 'TELECOMMUTE',
          jobLocation: { address: { addressLocality: 'Graz', addressCountry: 'AT' } },
          url: 'https://example.com/nurse',
        },
      ],
    }
    const html = page(
      '<h1>Come and join us</h1><p>Text</p>',
      `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
    )
    expect(readHtml(html)).toMatchObject({
      titleLine: 'Nurse',
      companyLine: 'Clinic',
      placeTag: 'Remote, Graz, AT',
      url: 'https://example.com/nurse',
    })
  })

  it('survives structured data that is broken', () => {
    expect(
      readHtml(page('<h1>Nurse</h1>', '<script type="application/ld+json">{"@type":</script>')),
    ).toMatchObject({ titleLine: 'Nurse', jobPosting: null })
  })

  it.each([
    ['Data Engineer | Acme', 'Acme'],
    ['Acme: Data Engineer', 'Acme'],
    ['Data Engineer – Acme AG, Winterthur – Stellen', 'Acme AG'],
    ['Job Application for Data Engineer at Acme', 'Acme'],
    ['Data Engineer (Berlin)', null],
  ])('finds the company in the page title "%s"', (title, company) => {
    expect(readHtml(page('<h1>Data Engineer</h1><p>Text</p>', `<title>${title}</title>`))?.companyLine).toBe(
      company,
    )
  })

  it('reads place and pay from the line under the title', () => {
    const html = page(
      '<h1>Engineer</h1><p>Remote within Europe &bull; 4-day week &bull; &euro;65,000&ndash;&euro;80,000</p><p>Text</p>',
    )
    expect(readHtml(html)).toMatchObject({ placeTag: 'Remote within Europe', payTag: '€65,000–€80,000' })
  })

  it('reads tables and lists of terms as labelled lines', () => {
    const html = page('<h1>Engineer</h1><table><tr><th>Salary</th><td>R$ 14.000</td></tr></table>')
    expect(textOf(html)).toBe('Salary: R$ 14.000')
  })

  it('resolves the apply link against the page’s address and refuses others than http', () => {
    const head = '<link rel="canonical" href="https://example.com/jobs/1">'
    expect(readHtml(page('<h1>E</h1><a href="/apply/1">Apply now</a>', head))?.url).toBe(
      'https://example.com/apply/1',
    )
    expect(readHtml(page('<h1>E</h1><a href="javascript:go()">Apply now</a>', head))?.url).toBe(
      'https://example.com/jobs/1',
    )
    expect(readHtml(page('<h1>E</h1><a href="/apply/1">Apply now</a>'))?.url).toBeNull()
  })

  it('reads a piece of a page', () => {
    expect(textOf('<p>We are hiring.</p><ul><li>Go</li></ul>')).toBe('We are hiring.\nGo')
  })

  it('passes on text that is no page', () => {
    expect(readHtml('# [Dev](https://example.com)\n\nUse <T> here')).toBeNull()
  })
})
