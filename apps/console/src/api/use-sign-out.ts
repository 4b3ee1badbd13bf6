import { useMutation } from '@tanstack/react-query';
import { call } from './call';

/** Signs out: of this session, or of all that the person has. */
export const useSignOut = (of: 'session' | 'sessions') =>
  useMutation({
    mutationFn: () => call('DELETE', of),
    // A new document: nothing of what was shown stays in memory.
    onSuccess: () => window.location.assign('/sign-in'),
  });
