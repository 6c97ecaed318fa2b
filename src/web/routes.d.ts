/** Made from the contract by `vite.config.ts`. */
declare module 'virtual:routes' {
  const routes: import('@orpc/contract').ContractRouter<never>
  export default routes
}

declare module 'virtual:finals' {
  const finals: { readonly [operation: string]: import('../desk/operation.ts').Final }
  export default finals
}
