import { tell } from './toasts.tsx'

/** Onto the clipboard, and says so; or says what to do where the browser does not allow it. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => tell('Copied'),
    () => tell('This browser did not allow copying. Select the text instead.'),
  )
}
