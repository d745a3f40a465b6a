import { type ReactNode, useId, useState } from 'react'
import type { VariableCell } from '#renderer/commands/acts/set-variables.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { Source } from '#shared/model/source.ts'
import { matchPattern, readPattern } from '#shared/sources/file-name-pattern.ts'

/** Fills variables from the names of the files, by a pattern; what it would fill in is shown before. */
export function PatternField(props: {
  readonly sources: readonly Source[]
  readonly onFill: (cells: readonly VariableCell[]) => Promise<boolean>
}): ReactNode {
  const { sources, onFill } = props
  const { t } = useShell()
  const [written, setWritten] = useState('')
  const id = useId()
  const pattern = readPattern(written)
  const found =
    pattern.kind === 'fault'
      ? []
      : sources.flatMap((source) => {
          const values = matchPattern(pattern.parts, source.fileName)
          return values === null ? [] : [{ source, values }]
        })
  const [example] = found
  const replaced = found.reduce((count, { source, values }) => {
    const others = [...values].filter(([name, value]) => (source.variables[name] ?? value) !== value)
    return count + others.length
  }, 0)
  return (
    <form
      className="field variables-pattern"
      onSubmit={(event) => {
        event.preventDefault()
        const cells = found.flatMap(({ source, values }) =>
          [...values].map(([name, value]) => ({ sourceId: source.id, name, value })),
        )
        if (cells.length > 0) void onFill(cells)
      }}
    >
      <label htmlFor={id}>{t('variables.pattern')}</label>
      <div className="field-row">
        <input
          id={id}
          data-first
          type="text"
          spellCheck={false}
          value={written}
          placeholder={t('variables.patternExample')}
          aria-describedby={`${id}-fits`}
          onChange={(event) => setWritten(event.target.value)}
        />
        <button type="submit" disabled={found.length === 0}>
          {t('variables.fill')}
        </button>
      </div>
      <p id={`${id}-fits`} className="hint" aria-live="polite">
        {written === ''
          ? t('variables.patternHint')
          : pattern.kind === 'fault'
            ? t(`variables.fault.${pattern.fault}`)
            : t('variables.fits', { count: found.length, all: sources.length })}
        {replaced > 0 && (
          <>
            <br />
            <strong>{t('variables.replaces', { count: replaced })}</strong>
          </>
        )}
        {example !== undefined && (
          <>
            <br />
            {example.source.fileName}: {[...example.values].map(([name, value]) => `${name} = ${value}`).join(', ')}
          </>
        )}
      </p>
    </form>
  )
}
