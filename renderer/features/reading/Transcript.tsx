import { type CSSProperties, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { codeOfKey, codeSelection, codeSpan, letGoOfCoding } from '#renderer/commands/coding-commands.ts'
import { say } from '#renderer/commands/desk.ts'
import { putEdge } from '#renderer/commands/edge-commands.ts'
import { takeLinkingKey } from '#renderer/commands/link-commands.ts'
import { letGoOfHeld } from '#renderer/commands/part-commands.ts'
import { heldSpans } from '#renderer/commands/passage.ts'
import { shownReading } from '#renderer/commands/shown-reading.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { savePlace } from '#renderer/db/contents.ts'
import type { PlaceInView } from '#renderer/editor/reader.ts'
import { mountTranscript, type TranscriptView } from '#renderer/editor/transcript-view.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { commandOfPress, keymapOf } from '#shared/keymap/keymap.ts'
import { pressOf } from '#shared/keymap/press.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { utf16 } from '#shared/model/text-span.ts'
import { looksTheSame } from '#shared/transcript/same-reading.ts'
import { codeDragged } from '../code-drag.ts'
import { CodingChooser } from './CodingChooser.tsx'
import { languageOf } from './language-of.ts'
import { testOf } from './pointed-test.ts'
import { useMarks } from './use-marks.ts'

/** Who does neither is not spoken of. */
const ROLES_SHOWN = ['question', 'answer', 'moderator'] as const

/** A source on the screen, as turns or as its lines; selecting, picking and coding happen here. */
export function Transcript(props: {
  readonly open: OpenSource
  /** Whether it is the one that is worked in; another may stand beside it. */
  readonly isActive: boolean
}): ReactNode {
  const { open, isActive } = props
  const { t, desk, run } = useShell()
  const readingOn = useWorkbench((state) => state.readingOn)
  const linesShown = useWorkbench((state) => state.linesShown)
  const codingId = useWorkbench((state) => (isActive ? state.codingId : null))
  const selection = useWorkbench((state) => (isActive ? state.selection : null))
  const held = useWorkbench((state) => heldSpans({ open, held: state.held }))
  const isReviewed = useWorkbench((state) => state.reviewOpen)
  const project = useProject((session) => session.state)
  const name = project?.sources.get(open.sourceId)?.name ?? ''

  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const stripes = useRef<HTMLDivElement>(null)
  const cursor = useRef<HTMLDivElement>(null)
  const handles = useRef<HTMLDivElement>(null)
  const overview = useRef<HTMLDivElement>(null)
  const view = useRef<TranscriptView | null>(null)
  // Where the reader is, so that switching the reading off or on keeps the place.
  const place = useRef<number | PlaceInView | null>(open.place)
  const wasShown = useRef(false)
  const helpId = useId()
  const commands = useRef(run)
  commands.current = run

  const now = useWorkbench((state) => shownReading({ ...state, open })) ?? open.reading
  const kept = useRef(now)
  // A doubt settled or an exchange parted draws nothing anew.
  if (!looksTheSame(kept.current, now)) kept.current = now
  const reading = kept.current
  const filter = useWorkbench((state) => state.filter)
  const pointed = useWorkbench((state) => state.pointed)
  const marks = useMarks(open, project, filter, codingId)
  const language = useMemo(() => languageOf(open.text), [open.text])
  const roleNames = useMemo(
    () =>
      Object.fromEntries(
        ROLES_SHOWN.map((role) => [`--role-${role}`, JSON.stringify(t(`role.${role}`))]),
      ) as CSSProperties,
    [t],
  )
  const drawn = useRef({ marks, codingId })
  drawn.current = { marks, codingId }

  const isActiveNow = useRef(isActive)
  isActiveNow.current = isActive

  // Before all other effects: whoever selects something after a correction finds the new view.
  useLayoutEffect(() => {
    if (
      scroller.current === null ||
      page.current === null ||
      root.current === null ||
      stripes.current === null ||
      cursor.current === null ||
      handles.current === null ||
      overview.current === null
    ) {
      return undefined
    }
    const mounted = mountTranscript(
      {
        scroller: scroller.current,
        page: page.current,
        root: root.current,
        stripes: stripes.current,
        cursor: cursor.current,
        handles: handles.current,
        overview: overview.current,
      },
      reading,
      place.current,
      {
        onSelect: (selected) =>
          desk.workbench.setState({
            selection: selected.span,
            cursor: selected.cursor,
            lookingAt: selected.cursor,
          }),
        onPick: (picked, beside) => {
          const ids = picked as readonly CodingId[]
          if (ids.length > 1) desk.workbench.setState({ choice: { ids, beside } })
          else desk.workbench.setState({ codingId: ids[0] ?? null })
        },
        onHere: (here) => desk.workbench.setState({ here: here as readonly CodingId[] }),
        onPoint: (mark) =>
          desk.workbench.setState({ pointed: mark === null ? null : { kind: 'coding', id: mark as CodingId } }),
        onKey: (event) => {
          if (event.isComposing) return false
          const press = pressOf(event, desk.info.platform === 'darwin')
          if (press === null) return false
          if (takeLinkingKey(desk, press)) return true
          // A code's key was given to it on purpose: it comes before that of a command.
          const code = codeOfKey(desk, press)
          const command = commandOfPress(keymapOf(desk.workbench.getState().keyChanges), press)
          if (code !== null) void codeSelection(desk, code)
          else if (command !== null) commands.current(command)
          else if (press === 'Escape' && heldSpans(desk.workbench.getState()).length > 0) letGoOfHeld(desk)
          else if (press === 'Escape') void letGoOfCoding(desk)
          else if (press === 'Backspace') commands.current('remove-coding')
          else return false
          return true
        },
        onPutEdge: (edge, at) => {
          const held = desk.workbench.getState().codingId
          if (held !== null) void putEdge(desk, held, edge, at)
        },
        takesDrop: (event) => {
          if (desk.transcript.current !== mounted || codeDragged(event) === null) return false
          if (desk.workbench.getState().notice?.key !== 'quick.dropHint') say(desk, 'done', 'quick.dropHint')
          return true
        },
        onDrop: (event, span) => {
          const code = codeDragged(event)
          if (code === null) return
          mounted.focus()
          void codeSpan(desk, code, span)
        },
        onPlace: (offset) => {
          place.current = offset
          desk.workbench.setState({ lookingAt: offset })
          void savePlace(desk.db, open.sourceId, offset)
        },
      },
    )
    view.current = mounted
    mounted.setMarks(drawn.current.marks)
    mounted.setFocused(drawn.current.codingId)
    // The same text in another reading: what was marked off stays marked off.
    if (wasShown.current && isActiveNow.current) {
      const { selection: span, cursor: at } = desk.workbench.getState()
      mounted.restore({ span, cursor: utf16(at) })
    }
    wasShown.current = true
    // A document that was just opened is there to be read, unless somebody is busy elsewhere.
    if (document.activeElement === null || document.activeElement === document.body) mounted.focus()
    return () => {
      place.current = mounted.anchor() ?? place.current
      mounted.dispose()
      desk.workbench.setState({ here: [], pointed: null, choice: null })
      view.current = null
      if (desk.transcript.current === mounted) desk.transcript.current = null
    }
  }, [reading, desk, open.sourceId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading has another view
  useLayoutEffect(() => {
    if (isActive) desk.transcript.current = view.current
  }, [isActive, desk, reading, open.sourceId])
  useEffect(() => view.current?.setMarks(marks), [marks])
  useEffect(() => view.current?.setFocused(codingId), [codingId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading has another view, without handles yet
  useEffect(() => {
    view.current?.setHandles((codingId === null ? undefined : marks.of(codingId))?.spans ?? [])
  }, [marks, codingId, reading])
  const codes = project?.codes
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading has another view, where nothing stands out yet
  useEffect(() => {
    view.current?.setPointed(pointed === null || project === null ? null : testOf(project, pointed))
  }, [pointed, codes, reading])
  // While a dialog or a pane has the focus the browser may no longer show what is selected.
  const [isAway, setAway] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading has another view, which shows nothing yet
  useEffect(() => {
    const left = selection === null || !isAway ? [] : [selection]
    view.current?.showSpecial('pending', isReviewed ? held : [...held, ...left])
    view.current?.showSpecial('found', isReviewed ? left : [])
  }, [selection, held, isAway, isReviewed, reading])

  return (
    <div className="transcript-frame">
      <div className="transcript-scroller" ref={scroller}>
        <div
          className={`transcript-page ${readingOn ? 'as-reading' : 'as-is'} ${linesShown ? 'with-lines' : ''}`}
          ref={page}
          style={roleNames}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot show turns; this one is read-only text that one moves through by keys */}
          <div
            ref={root}
            className="transcript-root"
            lang={language}
            dir="auto"
            role="textbox"
            aria-multiline="true"
            aria-readonly="true"
            aria-label={t('reading.label', { source: name })}
            aria-describedby={helpId}
            data-pane={isActive ? 'transcript' : undefined}
            onFocus={() => setAway(false)}
            onBlur={() => setAway(true)}
            tabIndex={0}
          />
          <div className="transcript-focus" aria-hidden="true" />
          <div className="transcript-stripes" ref={stripes} aria-hidden="true" />
          <div className="transcript-cursor" ref={cursor} aria-hidden="true" hidden />
          <div className="transcript-handles" ref={handles} aria-hidden="true" />
          <p id={helpId} className="unseen">
            {t('reading.help')}
          </p>
        </div>
      </div>
      <div
        className="overview"
        role="img"
        aria-label={t('heat.label', { count: marks.index.inOrder.length })}
        ref={overview}
      >
        <canvas />
        <div className="overview-view" />
      </div>
      {isActive && <CodingChooser />}
    </div>
  )
}
