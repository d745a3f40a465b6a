import { type ReactNode, useEffect, useState } from 'react'
import { isWorkedOn } from '#renderer/commands/acts/source-acts.ts'
import { askedAbout, choicesFor, type EncodingQuestion, giveUp, readWith } from '#renderer/commands/import-encoding.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { EncodingChoice, EncodingChoices, ImportFailure } from '#shared/bridge.ts'
import { scriptOf } from './encoding-names.ts'

/** Shows how a file begins in each encoding that it may be in, and reads it in the one that is chosen. */
export function EncodingDialog({ question }: { readonly question: EncodingQuestion }): ReactNode {
  const { t, desk } = useShell()
  const [found, setFound] = useState<EncodingChoices | null>(null)
  const [chosen, setChosen] = useState<EncodingChoice | null>(null)
  const [problem, setProblem] = useState<ImportFailure['reason'] | null>(null)
  const [isReading, setReading] = useState(false)
  const asked = askedAbout(desk.workbench.getState(), question)
  const inUse = question.kind === 'source' ? (asked?.encoding ?? null) : null
  const becomes = useProject(({ state }) =>
    question.kind === 'new' ? null : isWorkedOn(state, question.sourceId) ? 'encoding.beside' : 'encoding.replaces',
  )
  useEffect(() => {
    const stopping = new AbortController()
    void choicesFor(desk, question, stopping.signal).then((choices) => {
      if (stopping.signal.aborted) return
      setFound(choices)
      if (choices.kind === 'choices') setChosen(choices.choices[0] ?? null)
    })
    return () => stopping.abort()
  }, [desk, question])

  const close = (): void => giveUp(desk, question)
  const read = async (): Promise<void> => {
    if (chosen === null || isReading) return
    setReading(true)
    setProblem(await readWith(desk, question, chosen.encoding))
    setReading(false)
  }
  return (
    <Dialog
      title={t('encoding.title', { file: asked?.fileName ?? '' })}
      closeLabel={t('common.close')}
      size="large"
      onClose={close}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <div className="dialog-body form">
          <p className="hint">{t('encoding.why')}</p>
          {problem !== null && (
            <p className="problem" role="alert">
              {t(`import.${problem}`)}
            </p>
          )}
          {/* The keyboard waits here: Enter on a button that happens to be there would leave the file out. */}
          {found === null && (
            <p role="status" data-first tabIndex={-1}>
              {t('encoding.searching')}
            </p>
          )}
          {found?.kind === 'failed' && (
            <p className="problem" role="alert">
              {t(`import.${found.reason}`)}
            </p>
          )}
          {found?.kind === 'choices' && chosen === null && <p role="alert">{t('encoding.none')}</p>}
          {found?.kind === 'choices' && chosen !== null && (
            <div className="encodings">
              <EncodingList choices={found.choices} chosen={chosen} inUse={inUse} onChoose={setChosen} />
              <section className="encoding-preview" aria-label={t('encoding.preview')} aria-live="polite">
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
                <pre tabIndex={0}>{chosen.firstLines}</pre>
              </section>
            </div>
          )}
          {becomes !== null && chosen !== null && chosen.encoding !== inUse && <p className="hint">{t(becomes)}</p>}
        </div>
        <footer className="dialog-foot">
          <button type="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="primary" disabled={chosen === null || isReading}>
            {t('encoding.read', { encoding: chosen?.encoding.toUpperCase() ?? '…' })}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function EncodingList(props: {
  readonly choices: readonly EncodingChoice[]
  readonly chosen: EncodingChoice
  readonly inUse: string | null
  readonly onChoose: (choice: EncodingChoice) => void
}): ReactNode {
  const { t } = useShell()
  const { choices, chosen, inUse, onChoose } = props
  return (
    <fieldset className="encoding-list">
      <legend>{t('encoding.list')}</legend>
      {choices.map((choice, place) => {
        const { encoding, undecodable } = choice
        const marks = [
          ...(place === 0 ? [t('encoding.best')] : []),
          ...(encoding === inUse ? [t('encoding.now')] : []),
          ...(undecodable === 0 ? [] : [t('encoding.undecodable', { count: undecodable })]),
        ]
        return (
          <label key={encoding} className="encoding-choice">
            <input
              type="radio"
              name="encoding"
              value={encoding}
              // biome-ignore lint/a11y/noAutofocus: the dialog has just been asked for, and the list comes in after it
              autoFocus={encoding === chosen.encoding}
              checked={encoding === chosen.encoding}
              onChange={() => onChoose(choice)}
            />
            <span>
              <span className="encoding-name">
                {t(scriptOf(encoding))} ({encoding.toUpperCase()})
              </span>
              {marks.length > 0 && (
                <span className={undecodable === 0 ? 'encoding-mark' : 'encoding-mark lossy'}>{marks.join(' · ')}</span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
