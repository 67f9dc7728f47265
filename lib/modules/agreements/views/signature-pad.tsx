'use client'
import { type PointerEvent, useRef, useState } from 'react'

const [width, height] = [600, 200]

/** A field to draw one's name on; the form sends the line as `drawnName`. Whoever cannot draw types the name. */
export function SignaturePad({ label, clear }: { label: string; clear: string }) {
  const [path, setPath] = useState('')
  const drawing = useRef(false)
  const pointOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = (value: number, size: number, most: number) =>
      Math.round(Math.min(Math.max(value / size, 0), 1) * (most - 1))
    return `${at(event.clientX - box.left, box.width, width)} ${at(event.clientY - box.top, box.height, height)}`
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    drawing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    const point = pointOf(event)
    setPath((before) => `${before}M${point}`)
  }
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return
    const point = pointOf(event)
    setPath((before) => (before.length < 39_000 ? `${before}L${point}` : before))
  }
  const end = () => {
    drawing.current = false
  }
  return (
    <div className="grid gap-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        className="w-full rounded-md border border-line bg-raised"
        style={{ touchAction: 'none' }}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={path} fill="none" stroke="currentColor" strokeWidth={4} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <input type="hidden" name="drawnName" value={path} readOnly />
      <div className="flex flex-wrap items-center gap-2">
        <span className="hint grow">{label}</span>
        <button type="button" className="button small" onClick={() => setPath('')}>
          {clear}
        </button>
      </div>
    </div>
  )
}
