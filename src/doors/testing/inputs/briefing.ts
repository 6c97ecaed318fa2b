import type { Inputs } from '../inputs.ts'

/** The day, on screen and on paper. */
export const briefingInputs: Inputs = {
  'desk.change': { home: 'Kiln Yard' },
  'desk.sample': {},
  'sheet.show': {},
  'sheet.release': { on: '2026-11-24', for: 'others', hash: 'none', reason: 'A test' },
  'today.show': {},
  'lookback.show': {},
}
