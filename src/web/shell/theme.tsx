import { useState } from 'react'
import { Button } from '../parts/Button.tsx'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
const names: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' }
const marks: Record<Theme, string> = { system: '◐', light: '○', dark: '●' }

const stored = (): Theme => themes.find((theme) => theme === localStorage.getItem('theme')) ?? 'system'

/** Kept in this browser, and put on the page before its first paint by `theme.js`. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(stored)
  const choose = (next: Theme) => {
    localStorage.setItem('theme', next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    setTheme(next)
  }
  return [theme, choose]
}

/** One button that goes round: as the system, light, dark. */
export function ThemeChoice() {
  const [theme, choose] = useTheme()
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return (
    <Button look="quiet" onClick={() => choose(next)} aria-label={`Theme: ${names[theme]}. Change to ${names[next]}`}>
      <span aria-hidden="true">{marks[theme]}</span> {names[theme]}
    </Button>
  )
}
