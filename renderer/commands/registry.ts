import { COMMAND_IDS, type CommandId } from '#shared/commands.ts'
import type { Change } from '#shared/journal/change.ts'
import { isPresent } from '#shared/journal/present.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { utf16 } from '#shared/model/text-span.ts'
import type { Turn } from '#shared/transcript/reading.ts'
import { speechOf, turnAt } from '#shared/transcript/units.ts'
import { switchSide, toggleBeside } from './beside.ts'
import { codebookCommands } from './codebook-commands.ts'
import { deleteCoding, stepCoding } from './coding-commands.ts'
import { correctingCommands } from './correcting-commands.ts'
import { actsDone, type Desk, reported, say } from './desk.ts'
import { moveEdge } from './edge-commands.ts'
import { fieldCommands } from './field-commands.ts'
import { canReadAnew } from './import-encoding.ts'
import { openFolder, openSources } from './import-sources.ts'
import { linkCommands } from './link-commands.ts'
import { memoCommands } from './memo-commands.ts'
import { openSample, type Sample } from './open-sample.ts'
import { openSource } from './open-source.ts'
import { partCommands } from './part-commands.ts'
import { hasPassage } from './passage.ts'
import { quickCodingCommands } from './quick-coding.ts'
import { seeingCommands } from './seeing-commands.ts'
import { selectingCommands } from './selecting-commands.ts'
import { codingsAt } from './shown-codings.ts'
import type { Dialog, PaneName, WorkbenchState } from './workbench.ts'

/** What a command does, and when it can. Menu, keys and tests all go through here. */
export interface Command {
  readonly isEnabled: (state: WorkbenchState) => boolean
  readonly isChecked?: (state: WorkbenchState) => boolean
  /**
   * It is about the coding in hand. Who codes with one key and presses the next at once means the coding that is
   * being made: what was asked for before is done first.
   */
  readonly isOfCodingInHand?: true
  readonly run: (desk: Desk) => Promise<void> | void
}

const always = (): boolean => true
const withProject = ({ session }: WorkbenchState): boolean => session !== null
const withSource = ({ open }: WorkbenchState): boolean => open !== null
const withCoding = ({ open, codingId }: WorkbenchState): boolean => open !== null && codingId !== null

/** Makes the commands; `sampleFor` gives the sample in the interface's language. */
export function createCommands(sampleFor: (desk: Desk) => Sample): Readonly<Record<CommandId, Command>> {
  return {
    'open-sources': { isEnabled: always, run: openSources },
    'open-folder': { isEnabled: always, run: openFolder },
    'stop-import': {
      isEnabled: ({ importing }) => importing !== null && !importing.isStopping,
      run: (desk) => desk.workbench.getState().importing?.stop(),
    },
    'open-sample': { isEnabled: always, run: (desk) => openSample(desk, sampleFor(desk)) },
    'read-with-encoding': {
      isEnabled: canReadAnew,
      run: (desk) => {
        const { open } = desk.workbench.getState()
        if (open === null) return
        desk.workbench.setState({ dialog: { kind: 'encoding', question: { kind: 'source', sourceId: open.sourceId } } })
      },
    },
    'new-project': { isEnabled: always, run: showDialog({ kind: 'new-project' }) },
    'show-projects': { isEnabled: always, run: showDialog({ kind: 'projects' }) },
    'show-library': { isEnabled: withProject, run: showDialog({ kind: 'library' }) },
    'edit-variables': { isEnabled: withProject, run: showDialog({ kind: 'variables' }) },
    'edit-speakers': { isEnabled: withProject, run: showDialog({ kind: 'speakers' }) },
    'export-csv': { isEnabled: withProject, run: showDialog({ kind: 'export' }) },
    'new-window': { isEnabled: always, run: (desk) => desk.bridge.openWindow() },
    undo: { isEnabled: withProject, run: (desk) => goBack(desk, 'undo') },
    redo: { isEnabled: withProject, run: (desk) => goBack(desk, 'redo') },
    'show-history': { isEnabled: withProject, run: showDialog({ kind: 'history' }) },
    'select-all': { isEnabled: withSource, run: (desk) => desk.transcript.current?.selectAll() },
    find: {
      isEnabled: withSource,
      run: (desk) => {
        desk.workbench.setState({ findOpen: true })
        desk.focusPane('find')
      },
    },
    'choose-code': {
      isEnabled: withSource,
      run: (desk) => {
        if (!hasPassage(desk.workbench.getState())) say(desk, 'refused', 'notice.selectFirst')
        else desk.workbench.setState({ dialog: { kind: 'choose-code', recoding: null } })
      },
    },
    ...selectingCommands,
    ...quickCodingCommands,
    'next-coding': { isEnabled: withSource, isOfCodingInHand: true, run: (desk) => stepCoding(desk, 1) },
    'previous-coding': { isEnabled: withSource, isOfCodingInHand: true, run: (desk) => stepCoding(desk, -1) },
    'open-inspector': {
      isEnabled: withSource,
      run: async (desk) => {
        // The coding may still be made. What is typed on is meant for its fields: in the text it would code.
        const typeOn = desk.holdTyping()
        try {
          await actsDone(desk)
          openFields(desk)
        } finally {
          typeOn()
        }
      },
    },
    recode: {
      isEnabled: withCoding,
      isOfCodingInHand: true,
      run: (desk) => {
        const { codingId } = desk.workbench.getState()
        desk.workbench.setState({ dialog: { kind: 'choose-code', recoding: codingId } })
      },
    },
    'start-earlier': edge('start', -1),
    'start-later': edge('start', 1),
    'end-earlier': edge('end', -1),
    'end-later': edge('end', 1),
    'remove-coding': {
      isEnabled: withCoding,
      isOfCodingInHand: true,
      run: async (desk) => {
        const { codingId } = desk.workbench.getState()
        if (codingId !== null) await deleteCoding(desk, codingId)
      },
    },
    ...codebookCommands,
    ...partCommands,
    ...linkCommands,
    ...correctingCommands,
    ...fieldCommands,
    ...seeingCommands,
    ...memoCommands,
    'next-turn': { isEnabled: withSource, run: (desk) => stepTurn(desk, 1) },
    'previous-turn': { isEnabled: withSource, run: (desk) => stepTurn(desk, -1) },
    'focus-outline': { isEnabled: withSource, run: focus('outline') },
    'focus-transcript': { isEnabled: withSource, run: focus('transcript') },
    'focus-codebook': { isEnabled: withProject, run: focus('codebook') },
    'focus-inspector': { isEnabled: withProject, run: focus('inspector') },
    'switch-pane': { isEnabled: ({ beside }) => beside !== null, run: switchSide },
    'toggle-beside': { isEnabled: withSource, isChecked: ({ beside }) => beside !== null, run: toggleBeside },
    'toggle-reading': toggle('readingOn'),
    'toggle-set-aside': toggle('setAsideShown'),
    'toggle-pinned': toggle('pinnedShown'),
    'toggle-quick-list': toggle('quickListOn'),
    'toggle-lines': toggle('linesShown'),
    'show-keys': { isEnabled: always, run: showDialog({ kind: 'keys' }) },
  }
}

/** Carries out a command, if it can be carried out when its turn comes. `isBehind`: whether something stands in front of what it would change. */
export async function runCommand(desk: Desk, command: Command, isBehind: () => boolean): Promise<void> {
  if (command.isOfCodingInHand) {
    const before = desk.workbench.getState()
    await before.session?.settled()
    const { codingId, codingMade } = desk.workbench.getState()
    // What was asked for before may have made it; but whoever took another in hand meanwhile did not mean that one.
    const isMeant = codingId === before.codingId || (codingId === codingMade && codingMade !== before.codingMade)
    if (codingId !== null && !isMeant) {
      say(desk, 'refused', 'notice.otherInHand')
      return
    }
  }
  if (!isBehind() && command.isEnabled(desk.workbench.getState())) await command.run(desk)
}

/** What of the commands the menu bar shows. */
export function menuStateOf(
  commands: Readonly<Record<CommandId, Command>>,
  state: WorkbenchState,
): { readonly enabled: readonly CommandId[]; readonly checked: readonly CommandId[] } {
  return {
    enabled: COMMAND_IDS.filter((id) => commands[id].isEnabled(state)),
    checked: COMMAND_IDS.filter((id) => commands[id].isChecked?.(state) ?? false),
  }
}

/** Leads to the fields of the coding in hand, or of one at the cursor. */
function openFields(desk: Desk): void {
  const { selection, cursor, codingId } = desk.workbench.getState()
  const here = codingsAt(desk, selection?.start ?? cursor)
  if (here.length === 0 && codingId === null) {
    say(desk, 'refused', 'notice.noCodingHere')
    return
  }
  // The one in hand, just made maybe, goes before others that stand there.
  const next = codingId !== null && here.includes(codingId) ? codingId : here[0]
  if (next !== undefined) desk.workbench.setState({ codingId: next })
  desk.focusPane('fields')
}

async function goBack(desk: Desk, way: 'undo' | 'redo'): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const outcome = await reported(desk, session[way])
  if (outcome.kind === 'nothing') {
    say(desk, 'refused', way === 'undo' ? 'notice.nothingToUndo' : 'notice.nothingToRedo')
    return
  }
  if (outcome.kind !== 'done' || desk.workbench.getState().open !== null) return
  // A document that came back is shown again.
  const back = outcome.entry.changes.find(isComingBack)?.after
  if (back != null) await openSource(desk, back.id as SourceId)
}

/** Whether a change brings a source in sight that was not: out of the bin, or into the project. */
function isComingBack({ kind, before, after }: Change): boolean {
  if (kind !== 'source' || after === null) return false
  return isPresent(after as Source) && (before === null || !isPresent(before as Source))
}

function showDialog(dialog: Dialog): Command['run'] {
  return (desk) => desk.workbench.setState({ dialog })
}

function focus(pane: PaneName): Command['run'] {
  return (desk) => desk.focusPane(pane)
}

function toggle(what: 'readingOn' | 'setAsideShown' | 'linesShown' | 'pinnedShown' | 'quickListOn'): Command {
  return {
    isEnabled: withSource,
    isChecked: (state) => state[what],
    run: (desk) => desk.workbench.setState((state) => ({ [what]: !state[what] })),
  }
}

function edge(which: 'start' | 'end', by: -1 | 1): Command {
  return {
    isEnabled: withCoding,
    isOfCodingInHand: true,
    run: async (desk) => {
      const { codingId } = desk.workbench.getState()
      if (codingId !== null) await moveEdge(desk, codingId, which, by)
    },
  }
}

function stepTurn(desk: Desk, by: -1 | 1): void {
  const { open, cursor } = desk.workbench.getState()
  if (open === null) return
  const { turns } = open.reading
  const next: Turn | undefined =
    by === 1
      ? turns.find((turn) => turn.span.start > cursor)
      : turns.filter((turn) => turn.span.end <= cursor || turn.span.start < cursor).at(-1)
  const here = turnAt(open.reading, cursor)
  const target = by === -1 && next === here && here !== null ? (turns[here.index - 1] ?? here) : next
  if (target === undefined) {
    say(desk, 'refused', 'notice.noMoreTurns')
    return
  }
  desk.transcript.current?.goTo(utf16(speechOf(open.reading, target)?.start ?? target.span.start))
}
