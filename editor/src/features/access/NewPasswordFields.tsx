import { useState } from 'react';
import { PasswordField } from './PasswordField';
import type { NewPassword } from './useNewPassword';

export function NewPasswordFields({ label, state }: { label: string; state: NewPassword }) {
  const [visible, setVisible] = useState(false);
  return (
    <>
      <PasswordField
        label={label}
        name="new-password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words that do not belong together are easy to remember and hard to guess."
        value={state.password}
        onChange={state.setPassword}
        visible={visible}
        onVisible={setVisible}
      />
      <PasswordField
        label={`${label} again`}
        name="new-password-again"
        autoComplete="new-password"
        value={state.repeat}
        onChange={state.setRepeat}
        visible={visible}
        error={state.complaint}
      />
    </>
  );
}
