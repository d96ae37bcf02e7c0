-- The database itself refuses to change or take away an entry of the trail. Whoever owns the database
-- can drop this; the chain of hashes then tells.
{entries_stay}
