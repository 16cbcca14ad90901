import { describe, expect, it } from 'vitest'
import { readSkills } from '../../../src/posting/extract/skills.ts'
import { postingWith } from './posting-with.ts'

const skillsOf = (...requirements: string[]) => readSkills(postingWith({ requirements })).value

describe('readSkills', () => {
  it('reads names in the order they stand in, by their canonical forms', () => {
    expect(skillsOf('Golang, Postgres and k8s', 'ReactJS/NodeJS')).toEqual([
      'go',
      'postgresql',
      'kubernetes',
      'react',
      'node.js',
    ])
  })

  it('takes ordinary words only where the words around show what is meant', () => {
    expect(skillsOf('You write Go')).toEqual(['go'])
    expect(skillsOf('Python, go, and Rust')).toEqual(['python', 'go', 'rust'])
    expect(skillsOf('Go the extra mile')).toEqual([])
    expect(skillsOf('You react fast and express yourself')).toEqual([])
    expect(skillsOf('R or Python')).toEqual(['r', 'python'])
    expect(skillsOf('Our Series C came in Spring 2025')).toEqual([])
    expect(skillsOf('C-level presentations')).toEqual([])
    expect(skillsOf('You excel in teams')).toEqual([])
    expect(skillsOf('Word, Excel and PowerPoint')).toEqual(['word', 'excel', 'powerpoint'])
  })

  it.each([
    ['Archive unused Slack channels and connect Slack to Jira', ['slack', 'jira']],
    ['Questions go into our company Slack', []],
    ['Meet people in the forum, on YouTube, Slack and Discord', []],
    ['Past projects, designs or GitHub contributions', []],
    ['Une vue d’ensemble et un bon point de vue', []],
    ['Vue ou React', ['vue', 'react']],
    ['Codes such as IBC, ASCE, AISC and AWS', []],
    ['Ubuntu: I am because we are', []],
    ['Ubuntu and Debian servers', ['ubuntu', 'debian']],
    ["We don't use libraries such as Tailwind, we write CSS", ['css']],
    ['Bring leads from MQL to close', []],
    ['Drawings kept in Autodesk Vault', []],
    ['Secrets kept in Vault and Consul', ['vault', 'consul']],
    ['Offices in Dallas and Palo Alto', []],
    ['Firewalls by Palo Alto and Fortinet', ['palo alto', 'fortinet']],
    ['Take turns in pager duty schedules', []],
    ['PagerDuty rotations', ['pagerduty']],
    ['Ledgers for the Bitcoin space', []],
  ])('tells names from what else they mean: %s', (line, skills) => {
    expect(skillsOf(line)).toEqual(skills)
  })

  it('reads a name with its maker as both', () => {
    expect(skillsOf('Ruby on Rails')).toEqual(['ruby', 'rails'])
    expect(skillsOf('AWS Redshift')).toEqual(['aws', 'redshift'])
  })

  it('leaves out benefits and the companies that buy or compete', () => {
    const text = postingWith({
      role: ['Our customers include Stripe and Zoom. We build in Elixir.'],
      benefits: ['Slack community and Notion templates'],
    })
    expect(readSkills(text).value).toEqual(['elixir'])
  })

  it('takes a line under another heading where it names a stack', () => {
    expect(readSkills(postingWith({ benefits: ['Work with React, Kafka and PostgreSQL'] })).value).toEqual([
      'react',
      'kafka',
      'postgresql',
    ])
  })

  it('leaves out the names of firms that others come from', () => {
    const company = ['Our team came from firms like GitHub and Snowflake.']
    expect(readSkills(postingWith({ company })).value).toEqual([])
  })

  it('leaves out the name of the company itself', () => {
    const text = postingWith({ duties: ['Grow the Datadog agent', 'Write Go'] }, { companyLine: 'Datadog' })
    expect(readSkills(text).value).toEqual(['go'])
  })

  it('tells letters that mean something else', () => {
    expect(skillsOf('Knows GCP and ICH rules of clinical trials')).toEqual([])
    expect(skillsOf('Send us your GitHub profile')).toEqual([])
    expect(skillsOf('R&D budgets')).toEqual([])
  })

  it('keeps every skill that is named, however many', () => {
    const many =
      'Python, Java, Go, Rust, Scala, Kotlin, PHP, Perl, Haskell, Elixir, Erlang, Django, Laravel, Redis, Kafka, MySQL, MongoDB, Docker, Terraform, Ansible, Jenkins, Grafana, Prometheus, Kubernetes, Snowflake, Airflow'
    expect(skillsOf(many)).toHaveLength(26)
  })

  it('takes no part of a compound and no ordinary noun for a tool', () => {
    expect(skillsOf('Front-End tools like Front-End kits')).not.toContain('front')
    expect(skillsOf('Grado en informática')).toEqual([])
    expect(skillsOf('You hand a leaflet to guests')).toEqual([])
    expect(skillsOf('Octopus is a great place to learn')).toEqual([])
    expect(skillsOf('Deployed with Terraform, Octopus and Jenkins')).toContain('octopus deploy')
  })

  it('quotes the line that names most first', () => {
    const text = postingWith({ requirements: ['You know SQL', 'Java, Kafka and Redis'] })
    expect(readSkills(text).quotes).toEqual(['Java, Kafka and Redis', 'You know SQL'])
  })

  it("takes the hirer's own name for a skill only where it must be known", () => {
    const skillsAt = (company: string, requirements: readonly string[], role: readonly string[] = []) =>
      readSkills(postingWith({ requirements, role }), company).value
    expect(skillsAt('Vercel', [], ['At Vercel we build in Go. You will use Vercel daily.'])).toEqual(['go'])
    expect(skillsAt('Stripe', ["Comfort using SQL to explore Stripe's data"])).toEqual(['sql'])
    expect(skillsAt('Snowflake', ['You want to work at Snowflake'])).toEqual([])
    expect(skillsAt('Snowflake', ['Experience with Snowflake'])).toEqual(['snowflake'])
    expect(skillsAt('Grafana Labs', ['Tools like Grafana and Prometheus'])).toEqual(['grafana', 'prometheus'])
  })
})
