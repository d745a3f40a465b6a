import { Component, type ReactNode } from 'react'
import { languageFor, translatorFor } from '#shared/messages/translate.ts'

/** Stands in for the window when it cannot be shown: says why, and that nothing is lost. */
export function Trouble({ error }: { readonly error: unknown }): ReactNode {
  // What has failed may be what knows the language, so the system's is taken.
  const t = translatorFor(languageFor(navigator.languages))
  return (
    <div className="welcome" role="alert">
      <div className="welcome-card">
        <h1>{t('trouble.title')}</h1>
        <p>{t('trouble.saved')}</p>
        <pre className="trouble-detail">
          {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
        </pre>
        <div className="welcome-acts">
          <button type="button" className="primary" onClick={() => location.reload()}>
            {t('trouble.reload')}
          </button>
        </div>
      </div>
    </div>
  )
}

/** Catches what goes wrong while the window is drawn. */
export class TroubleBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Trouble error={this.state.error} />
  }
}
