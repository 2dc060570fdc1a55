import { useState } from 'react';

/** A password that is typed twice, so that nobody locks themselves out by a slip. */
export function useNewPassword() {
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const differs = password !== repeat;
  return {
    password, setPassword, repeat, setRepeat,
    complaint: tried && differs ? 'The two passwords differ. Type the same one twice.' : null,
    /** Whether it can be sent; from the first try on, the form says why not. */
    check() {
      setTried(true);
      return !differs;
    },
    clear() {
      setPassword('');
      setRepeat('');
      setTried(false);
    },
  };
}

export type NewPassword = ReturnType<typeof useNewPassword>;
