import { minifyContractRouter } from '@orpc/contract'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contract } from './src/desk/operations.ts'

/** Of the contract the browser needs names and routes only; the shapes stay with the desk, and zod with them. */
const routes: Plugin = {
  name: 'equerry-routes',
  resolveId: (id) => (id === 'virtual:routes' ? '\0routes' : null),
  load: (id) => (id === '\0routes' ? `export default ${JSON.stringify(minifyContractRouter(contract))}` : null),
}

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
