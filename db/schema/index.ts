export * from './access'
export * from './bounces'
export * from './imports'
