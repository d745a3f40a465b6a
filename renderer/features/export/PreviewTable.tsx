import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import type { ExportPreview } from './export-messages.ts'

const LONGEST_CELL = 60

/** The first rows of an export, and what is to be known of all of them. */
export function PreviewTable({ preview }: { readonly preview: ExportPreview }): ReactNode {
  const { header, rows, total, mismatches } = preview
  const { t } = useShell()
  const title = t('export.preview', { count: total })
  return (
    <>
      {mismatches > 0 && (
        <p className="problem" role="alert">
          {t('notice.mismatch', { count: mismatches })}
        </p>
      )}
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className="preview" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {header.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('\u0000')}>
                {row.map((cell, column) => (
                  <td key={header[column]} className={isOpaque(header[column] ?? '') ? 'opaque' : ''}>
                    {shortened(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total === 0 && <p className="hint">{t('export.nothing')}</p>}
    </>
  )
}

/** Ids and hashes are for programs; a glimpse of them is enough. */
function isOpaque(column: string): boolean {
  return column.endsWith('_id') || column.endsWith('sha256')
}

function shortened(cell: string): string {
  const characters = [...cell]
  return characters.length > LONGEST_CELL ? `${characters.slice(0, LONGEST_CELL).join('')}…` : cell
}
