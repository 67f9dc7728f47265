import type { ReactNode } from 'react'

/** What is asked for less often: a button that opens it in its place. */
export const More = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3">
    <summary className="button small">{label}</summary>
    <div className="mt-3">{children}</div>
  </details>
)
