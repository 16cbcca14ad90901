import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js'
import { DiscordError } from '../../discord-error.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { DISCORD_LIMITS } from '../../limits.ts'
import { createCommandPayload } from '../../payloads/command.ts'
import { checkCommand } from '../../validation/check-command.ts'
import { createFormIssues } from '../../validation/form-issues.ts'
import { requireGuild } from '../../world.ts'
import { answerNothing, answerOk, type RestAnswer, type RestCall, type RestRoute } from '../call.ts'

const GLOBAL = '/applications/{application_id}/commands'
const OF_GUILD = '/applications/{application_id}/guilds/{guild_id}/commands'

/** Commands of all servers and of one server. */
export function createCommandRoutes(): readonly RestRoute[] {
  let createdToday = 0
  const create = (call: RestCall): RestAnswer => {
    const kept = findByName(openScope(call), call.body)
    if (kept === null) createdToday += 1
    if (createdToday > DISCORD_LIMITS.command.createsPerDay) throw new DiscordError(30034)
    return answerOk(saveCommand(call, call.body, kept), kept === null ? 201 : 200)
  }
  return [GLOBAL, OF_GUILD].flatMap(template => [
    { method: 'GET', template, answer: (call: RestCall) => answerOk([...openScope(call).values()]) },
    { method: 'POST', template, answer: create },
    { method: 'PUT', template, answer: replaceAll },
    {
      method: 'GET',
      template: `${template}/{command_id}`,
      answer: (call: RestCall) => answerOk(requireCommand(call)),
    },
    { method: 'PATCH', template: `${template}/{command_id}`, answer: change },
    { method: 'DELETE', template: `${template}/{command_id}`, answer: remove },
  ])
}

function openScope({ core, params }: RestCall): Map<string, APIApplicationCommand> {
  if (params.application_id !== core.world.application.id) throw new DiscordError(20012)
  if (params.guild_id !== undefined) requireGuild(core.world, params.guild_id)
  const key = params.guild_id ?? 'global'
  const scope = core.world.commands.get(key) ?? new Map<string, APIApplicationCommand>()
  core.world.commands.set(key, scope)
  return scope
}

function saveCommand(
  call: RestCall,
  body: JsonObject,
  kept: APIApplicationCommand | null,
): APIApplicationCommand {
  checkCommand(body)
  const scope = openScope(call)
  const command = createCommandPayload(call.core, body, call.params.guild_id ?? null, kept)
  const isNewChatInput = kept === null && command.type === ApplicationCommandType.ChatInput
  if (isNewChatInput && countChatInput(scope) >= DISCORD_LIMITS.command.globalChatInput)
    throw new DiscordError(30032)
  scope.set(command.id, command)
  call.core.changes.notify()
  return command
}

/** Replaces every command; those whose name stays keep their id. */
function replaceAll(call: RestCall): RestAnswer {
  const bodies = call.list.filter(isObject)
  for (const [index, body] of bodies.entries()) checkCommand(body, [index])
  refuseDoubledNames(bodies)
  const scope = openScope(call)
  const earlier = new Map(scope)
  scope.clear()
  return answerOk(bodies.map(body => saveCommand(call, body, findByName(earlier, body))))
}

function change(call: RestCall): RestAnswer {
  const kept = requireCommand(call)
  return answerOk(saveCommand(call, { ...kept, ...call.body } as unknown as JsonObject, kept))
}

function remove(call: RestCall): RestAnswer {
  openScope(call).delete(requireCommand(call).id)
  return answerNothing()
}

function requireCommand(call: RestCall): APIApplicationCommand {
  const command = openScope(call).get(call.params.command_id ?? '')
  if (command === undefined) throw new DiscordError(10063)
  return command
}

function findByName(
  scope: ReadonlyMap<string, APIApplicationCommand>,
  body: JsonObject,
): APIApplicationCommand | null {
  const type = body.type ?? ApplicationCommandType.ChatInput
  return [...scope.values()].find(command => command.name === body.name && command.type === type) ?? null
}

function countChatInput(scope: ReadonlyMap<string, APIApplicationCommand>): number {
  return [...scope.values()].filter(command => command.type === ApplicationCommandType.ChatInput).length
}

function refuseDoubledNames(bodies: readonly JsonObject[]): void {
  const keys = bodies.map(body => `${String(body.type ?? 1)} ${String(body.name)}`)
  const doubled = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  if (doubled < 0) return
  const issues = createFormIssues()
  issues.add([doubled], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
  throw new DiscordError(50035, { errors: issues.nested() })
}
