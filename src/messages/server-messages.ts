/** What the bot says about its behaviour in one server or workspace. */
export const SERVER_MESSAGES = {
  title: 'Rolecall in this server',
  keep: 'Save',
  answers: 'Answers to commands',
  answersTo: { asker: 'Only the asker sees them', place: 'Everybody in the channel sees them' } as Readonly<
    Record<string, string>
  >,
  channels: 'Channels where it may speak',
  channelsHint: 'Mentions and alerts; nothing chosen: wherever it has the permission.',
  listens: 'Channels where every message is a question',
  listensHint: 'Only where the host lets me read messages there; none by default.',
  saved: 'Saved. It holds from now on.',
  deaf: 'But I hear only what is said to me: every message is a question once whoever runs me has set ROLECALL_DISCORD_MESSAGE_CONTENT=on and switched Message Content Intent on.',
  none: 'This works in a server, where I was added as a member.',
} as const
