-- Takes the lock of a session for one turn and reads the session: one trip.
-- KEYS: lock, facts (hash), messages (list), wordings (list), index of the user's sessions   ARGV: token or '' (only reads), lease in ms
-- Returns false while another turn holds the lock. The index names it from here on, so that an erasure takes the lock from its first turn too.
if ARGV[1] ~= '' then
  if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return false end
  redis.call('SADD', KEYS[5], KEYS[2])
  if redis.call('PTTL', KEYS[5]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[5], ARGV[2]) end
end
return {
  redis.call('HMGET', KEYS[2], 'engine', 'care', 'turns'),
  redis.call('LRANGE', KEYS[3], 0, -1),
  redis.call('LRANGE', KEYS[4], 0, -1)
}
