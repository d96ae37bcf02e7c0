-- The address that too many wrong passwords have shut out, so that an administrator reads which.
ALTER TABLE percobaan ADD COLUMN dari TEXT CHECK (length(dari) > 0);
