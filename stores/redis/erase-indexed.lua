-- Removes every key that an index names, and the index.   KEYS: index   ARGV: suffix …
-- A member is a key of the same slot; each suffix names a further key beside it.
local members = redis.call('SMEMBERS', KEYS[1])
for _, member in ipairs(members) do
  redis.call('DEL', member)
  for _, suffix in ipairs(ARGV) do redis.call('DEL', member .. suffix) end
end
redis.call('DEL', KEYS[1])
return #members
