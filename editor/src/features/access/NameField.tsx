import { TextInput } from '@mantine/core';

/** The name that somebody signs in with: password managers know it, phones do not correct it. */
export function NameField({ description, value, onChange }: { description?: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      label="Name"
      description={description}
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      withAsterisk={false}
      size="md"
      value={value}
      onChange={(event) => { onChange(event.currentTarget.value); }}
    />
  );
}
