export * from './access'
export * from './activity'
export * from './bounces'
export * from './imports'
