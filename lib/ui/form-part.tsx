import type { ReactNode } from 'react'

/** One matter of a long form: its heading left, its fields right. */
export function FormPart({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="form-section">
      <div className="about">
        <h2>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      <div className="form-grid">{children}</div>
    </section>
  )
}
