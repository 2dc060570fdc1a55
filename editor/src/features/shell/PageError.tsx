import type { ErrorComponentProps } from '@tanstack/react-router';
import { usePageTitle } from '../../ui/usePageTitle';
import { RequestError } from './RequestError';
import { asError } from '../../model/asError';

/** A page that broke, or a part of it that could not be loaded because the server has a newer one: reading the page anew mends both. */
export function PageError({ error }: ErrorComponentProps) {
  usePageTitle('Something went wrong · BoneMets.Rules');
  return <RequestError home error={asError(error)} retry={() => { window.location.reload(); }} />;
}
