-- Keeps the reply of the turn that owns the record, or without a reply frees the key.
-- KEYS: record   ARGV: turn id, life in ms, reply or ''
if redis.call('HGET', KEYS[1], 'turn') ~= ARGV[1] or redis.call('HEXISTS', KEYS[1], 'reply') == 1 then return 0 end
if ARGV[3] == '' then return redis.call('DEL', KEYS[1]) end
redis.call('HSET', KEYS[1], 'reply', ARGV[3])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
