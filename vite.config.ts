import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contract } from './src/desk/operations.ts'
import { operations } from './src/desk/registry.ts'

/**
 * Of the contract the browser needs names and routes, and what each operation says cannot be undone; the shapes stay with
 * the desk, and zod with them.
 */
const routes: Plugin = {
  name: 'equerry-routes',
  resolveId: (id) => (id === 'virtual:routes' || id === 'virtual:finals' ? id.replace('virtual:', '\0') : null),
  load: (id) =>
    id === '\0routes'
      ? `export default ${JSON.stringify(minifyContractRouter(contract))}`
      : id === '\0finals'
        ? `export default ${JSON.stringify(finals())}`
        : null,
}

const finals = () =>
  Object.fromEntries([...operations].flatMap(([name, { final }]) => (final === undefined ? [] : [[name, final]])))

export default defineConfig({
  root: 'src/web',
  plugins: [react(), routes],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2024',
    // Fonts and pictures stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.EQUERRY_URL ?? 'http://localhost:4170' } },
})
