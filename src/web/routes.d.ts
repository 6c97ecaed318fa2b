/** Made from the contract by `vite.config.ts`. */
declare module 'virtual:routes' {
  const routes: import('@orpc/contract').ContractRouter<never>
  export default routes
}
