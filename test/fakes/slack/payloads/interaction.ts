import type { JsonObject } from '../../discord/json.ts'
import type { Core } from '../core.ts'
import type { UserRecord, WorkspaceRecord } from '../world.ts'

/** The fields that every interaction has. */
export function createInteractionPart(core: Core, workspace: WorkspaceRecord, user: UserRecord): JsonObject {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.workspaceId },
    api_app_id: core.world.app.id,
    token: core.world.app.verificationToken,
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}
