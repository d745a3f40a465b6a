import { type ReactNode, useMemo } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { setField } from '#renderer/commands/acts/set-field.ts'
import { writeMemo } from '#renderer/commands/acts/write-memo.ts'
import { codingsAt, deleteCoding, fitToSelection, moveEdge } from '#renderer/commands/coding-commands.ts'
import { act } from '#renderer/commands/desk.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { codePath, rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { CodingList } from './CodingList.tsx'
import { PlaceLine } from './PlaceLine.tsx'

/** The coding in hand: what it says, where, by whom; its fields, its memo, and what can be done with it. */
export function Inspector(): ReactNode {
  const { t } = useShell()
  const open = useWorkbench((state) => state.open)
  const codingId = useWorkbench((state) => state.codingId)
  return (
    <section className="pane inspector" aria-label={t('inspector.title')} data-pane="inspector" tabIndex={-1}>
      <h2 className="pane-title">{t('inspector.title')}</h2>
      {open === null ? (
        <p className="hint">{t('inspector.nothingOpen')}</p>
      ) : codingId === null ? (
        <CodingList open={open} />
      ) : (
        <CodingCard key={codingId} open={open} codingId={codingId} />
      )}
    </section>
  )
}

function CodingCard({ open, codingId }: { readonly open: OpenSource; readonly codingId: CodingId }): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject((session) => session.state)
  const place = useWorkbench(({ selection, cursor }) => selection?.start ?? cursor)
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const marks = project === null ? null : marksOf(project, open.sourceId)
  const coding = marks?.codings.get(codingId)
  const segment = coding === undefined ? undefined : marks?.segments.get(coding.segmentId)
  const code = coding === undefined ? undefined : project?.codes.get(coding.codeId)
  const here = useMemo(() => (project === null ? [] : codingsAt(desk, place)), [project, desk, place])
  if (project === null || coding === undefined || segment === undefined || code === undefined) return null
  const codes = codeList(project)
  const family = rootOf(codes, code.id)?.family ?? null
  const extent = extentOf(segment)
  const quote = segment.anchors.map((anchor) => sliceReading(open.reading.blocks, anchor.span)).join(' … ')
  const save = async (make: Parameters<typeof act>[1]): Promise<boolean> => {
    const outcome = await act(desk, make)
    return outcome.kind !== 'failed'
  }
  const others = here.filter((id) => id !== codingId)
  return (
    <div className="coding-card">
      <div className="coding-head">
        <CodeSwatch colour={code.colour} manner={family?.manner ?? 'tint'} />
        <span className="coding-code">
          <span className="coding-path">{codePath(codes, code.id).slice(0, -1).join(' › ')}</span>
          <strong>{code.name}</strong>
        </span>
        <IconButton icon="swap" label={t('command.recode')} onClick={() => run('recode')} />
        <IconButton icon="trash" label={t('command.removeCoding')} onClick={() => void deleteCoding(desk, codingId)} />
        <IconButton
          icon="close"
          label={t('inspector.letGo')}
          onClick={() => desk.workbench.setState({ codingId: null })}
        />
      </div>
      {!segment.anchors.every((anchor) => isAnchored(open.text, anchor)) && (
        <p className="problem" role="alert">
          {t('inspector.mismatch')}
        </p>
      )}
      <blockquote className="coding-quote">{quote}</blockquote>
      <PlaceLine open={open} extent={extent} />
      <fieldset className="edges" aria-label={t('inspector.edges')}>
        <span>{t('inspector.start')}</span>
        <IconButton
          icon="left"
          label={t('command.startEarlier')}
          onClick={() => void moveEdge(desk, codingId, 'start', -1)}
        />
        <IconButton
          icon="right"
          label={t('command.startLater')}
          onClick={() => void moveEdge(desk, codingId, 'start', 1)}
        />
        <span>{t('inspector.end')}</span>
        <IconButton
          icon="left"
          label={t('command.endEarlier')}
          onClick={() => void moveEdge(desk, codingId, 'end', -1)}
        />
        <IconButton
          icon="right"
          label={t('command.endLater')}
          onClick={() => void moveEdge(desk, codingId, 'end', 1)}
        />
        <IconButton
          icon="fit"
          label={t('inspector.fit')}
          isDisabled={!hasSelection}
          onClick={() => void fitToSelection(desk, codingId)}
        />
      </fieldset>
      <div className="form">
        {family?.fields.map((field) => {
          const value = coding.fields[field.name] ?? ''
          const keep = (next: string): Promise<boolean> =>
            save((state, world) =>
              setField(
                state,
                { sourceId: open.sourceId, codingId, field: field.name, label: field.label, value: next },
                world,
              ),
            )
          if (field.type === 'choice') {
            return (
              <ChoiceField
                key={field.name}
                label={field.label}
                value={value}
                choices={[{ value: '', label: t('inspector.notSaid') }, ...field.choices]}
                onChoose={keep}
              />
            )
          }
          return field.type === 'speaker' ? (
            <EditableText
              key={field.name}
              label={field.label}
              value={value}
              suggestions={open.reading.speakers}
              onSave={keep}
            />
          ) : (
            <EditableText key={field.name} label={field.label} value={value} onSave={keep} />
          )
        })}
        <EditableText
          label={t('inspector.memo')}
          value={memoOn(project, { kind: 'coding', id: codingId })?.text ?? ''}
          placeholder={t('inspector.memoHint')}
          rows={4}
          savesWhileTyping
          onSave={(text) =>
            save((state, world) => writeMemo(state, { target: { kind: 'coding', id: codingId }, text }, world))
          }
        />
      </div>
      {others.length > 0 && (
        <>
          <h3 className="pane-subtitle">{t('inspector.alsoHere')}</h3>
          <CodingList open={open} only={others} />
        </>
      )}
    </div>
  )
}
