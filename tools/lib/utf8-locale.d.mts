export function utf8Locale(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv
