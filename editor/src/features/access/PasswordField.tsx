import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { Icon } from '../../ui/Icon';
import styles from './Access.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly visible: boolean;
  /** Absent: another field has the button for both. */
  readonly onVisible?: (visible: boolean) => void;
  readonly hint?: string;
  readonly error?: string | null;
}

/** A password, which can be shown, with a word when capitals are locked: dots would hide it. */
export function PasswordField({ label, name, autoComplete, value, onChange, visible, onVisible, hint, error }: Props) {
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => { setCapsLock(event.getModifierState('CapsLock')); };
  return (
    <div className={styles.password}>
      <TextInput
        label={label}
        description={hint}
        error={error}
        name={name}
        type={visible ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        withAsterisk={false}
        size="md"
        value={value}
        onChange={(event) => { onChange(event.currentTarget.value); }}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => { setCapsLock(false); }}
        rightSectionWidth={onVisible ? 68 : undefined}
        rightSection={onVisible && (
          <Button variant="subtle" size="compact-sm" aria-label={visible ? 'Hide password' : 'Show password'} onClick={() => { onVisible(!visible); }}>
            {visible ? 'Hide' : 'Show'}
          </Button>
        )}
      />
      <div role="status">{capsLock && <p className={styles.caps}><Icon name="alert" size={15} />Caps Lock is on</p>}</div>
    </div>
  );
}
