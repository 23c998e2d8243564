import { PASSWORD_HINT, PasswordField, TextField } from './text-field'

/** Who somebody new is, and the password they will sign in with. */
export function NewPersonFields({ errors }: { errors: Readonly<Record<string, string>> }) {
  return (
    <>
      <TextField name="name" label="Your name" autoComplete="name" autoFocus error={errors.name} />
      <TextField name="email" label="Email" type="email" autoComplete="username" error={errors.email} />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="new-password"
        minLength={12}
        hint={PASSWORD_HINT}
        error={errors.password}
      />
    </>
  )
}
