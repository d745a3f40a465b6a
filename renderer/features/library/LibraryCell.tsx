import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import type { CoderId } from '#shared/model/ids.ts'
import { type LibraryColumn, type LibraryRow, progressOf } from '#shared/sources/library-rows.ts'
import { variableOf } from './library-columns.ts'

/** What one column says of one document; nothing where it is not known. */
export function LibraryCell(props: {
  readonly row: LibraryRow
  readonly column: LibraryColumn
  readonly coderName: (id: CoderId) => string
}): ReactNode {
  const { row, column, coderName } = props
  const { source, reading, touch, codings } = row
  const { t, language } = useShell()
  const number = (value: number | undefined): string => (value === undefined ? '' : value.toLocaleString(language))
  const date = (at: string): string => new Date(at).toLocaleDateString(language)
  switch (column) {
    case 'name':
      return (
        <>
          <span className="library-name" title={source.name}>
            <span>{source.name}</span>
            {source.archivedAt !== undefined && <span className="badge">{t('library.archived')}</span>}
          </span>
          <span className="library-file" title={source.fileName}>
            {source.fileName} · {source.encoding.toUpperCase()}
          </span>
        </>
      )
    case 'group':
      return source.group ?? ''
    case 'length':
      return number(source.length)
    case 'turns':
      return number(reading?.turns)
    case 'speakers':
      return number(reading?.speakers)
    case 'codings':
      return number(codings)
    case 'progress': {
      const share = progressOf(row)
      if (share === null || reading === null) return ''
      const words = t('library.coded', { coded: number(reading.codedTurns), turns: number(reading.turns) })
      return (
        <span className="library-progress" title={words}>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${100 * share}%` }} />
          </span>
          <span>{share.toLocaleString(language, { style: 'percent' })}</span>
          <span className="unseen">{words}</span>
        </span>
      )
    }
    case 'touched':
      return touch === null
        ? ''
        : new Date(touch.at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })
    case 'coder':
      return touch === null ? '' : coderName(touch.by)
    case 'imported':
      return date(source.importedAt)
    default: {
      const name = variableOf(column) ?? ''
      return Object.hasOwn(source.variables, name) ? source.variables[name] : ''
    }
  }
}
